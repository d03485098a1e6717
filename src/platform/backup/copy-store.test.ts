import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from '#platform/files/file-store.ts';
import { copyStore } from './copy-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
const from = join(folder, 'living');
const never = new AbortController().signal;
let addresses: string[];

beforeAll(async () => {
  const store = await openFileStore(from);
  addresses = [];
  for (const text of ['một', 'hai', 'ba']) addresses.push((await store.put(Buffer.from(text))).sha256);
});

const pathOf = (address: string) => `files/${address.slice(0, 2)}/${address.slice(2, 4)}/${address}`;

function aFolder(name: string): string {
  mkdirSync(join(folder, name));
  return join(folder, name);
}

test('every kept file is copied, what is still being written is not', async () => {
  const [first = ''] = addresses;
  writeFileSync(join(from, first.slice(0, 2), first.slice(2, 4), `${first}.0a1b.part`), 'mộ');
  const { sums, folders } = await copyStore({ from, to: aFolder('first'), previous: null }, never);
  expect(sums.map(({ path }) => path).sort()).toEqual(addresses.map(pathOf).sort());
  expect(sums.every(({ path, sha256 }) => path.endsWith(sha256))).toBe(true);
  expect(folders).toContain('files');
});

test('what the backup before holds whole is shared with it, what it holds damaged is copied anew', async () => {
  const previous = join(folder, 'first');
  const [shared = '', damaged = ''] = addresses;
  rmSync(join(previous, pathOf(damaged)));
  writeFileSync(join(previous, pathOf(damaged)), 'hỏng');
  const to = aFolder('second');
  await copyStore({ from, to, previous }, never);
  const inode = (base: string, address: string) => statSync(join(base, pathOf(address))).ino;
  expect(inode(to, shared)).toBe(inode(previous, shared));
  expect(inode(to, damaged)).not.toBe(inode(previous, damaged));
});

test('a living file that was altered is named, unless the backup before still has it whole', async () => {
  const [, , altered = ''] = addresses;
  writeFileSync(join(from, altered.slice(0, 2), altered.slice(2, 4), altered), 'đã sửa');
  await expect(copyStore({ from, to: aFolder('third'), previous: null }, never)).rejects.toMatchObject({
    key: 'backup-file-altered',
    params: { file: altered },
  });
  const copied = await copyStore({ from, to: aFolder('fourth'), previous: join(folder, 'second') }, never);
  expect(copied.sums).toHaveLength(3);
});

test('an office without any file has an empty store', async () => {
  const copied = await copyStore({ from: join(folder, 'none'), to: aFolder('fifth'), previous: null }, never);
  expect(copied).toMatchObject({ sums: [], folders: ['files'], bytes: 0 });
});
