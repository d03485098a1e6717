import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFileStore } from './file-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const store = await openFileStore(join(folder, 'files'));
const hello = Buffer.from('xin chào');

test('the same bytes are kept once, however many put them', async () => {
  const kept = await Promise.all([1, 2, 3, 4].map(() => store.put(hello)));
  expect(new Set(kept.map((one) => one.sha256)).size).toBe(1);
  const { sha256 = '', size } = kept[0] ?? {};
  expect(size).toBe(hello.length);
  expect((await store.read(sha256)).equals(hello)).toBe(true);
  const place = join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4));
  expect(readdirSync(place)).toEqual([sha256]);
  expect(statSync(join(place, sha256)).mode & 0o777).toBe(0o600);
});

test('altered bytes are noticed', async () => {
  const { sha256 } = await store.put(Buffer.from('nguyên vẹn'));
  writeFileSync(join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'đã sửa');
  await expect(store.read(sha256)).rejects.toThrow('altered');
});

test('an address is only an address', async () => {
  await expect(store.read('../../etc/passwd')).rejects.toThrow('not the address');
  expect(await store.exists('0'.repeat(64))).toBe(false);
});

test('erased bytes are gone', async () => {
  const { sha256 } = await store.put(Buffer.from('xóa'));
  await store.erase(sha256);
  expect(await store.exists(sha256)).toBe(false);
  await store.erase(sha256);
});
