import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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

test('what was written before a moment is listed, half-written files are not but can be removed', async () => {
  const own = await openFileStore(join(folder, 'listed'));
  const [old, young] = [await own.put(Buffer.from('cũ')), await own.put(Buffer.from('mới'))];
  const pathOf = (sha256: string) => join(folder, 'listed', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const half = `${pathOf(old.sha256)}.a1b2c3d4e5f6.part`;
  writeFileSync(half, 'nửa');
  for (const path of [half, pathOf(old.sha256)]) utimesSync(path, 1000, 1000);
  const listed: string[] = [];
  for await (const sha256 of own.list(2_000_000)) listed.push(sha256);
  expect(listed).toEqual([old.sha256]);
  await own.removeUnfinished(2_000_000);
  expect(readdirSync(join(half, '..'))).toEqual([old.sha256]);
  expect(await own.exists(young.sha256)).toBe(true);
});
