import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { takeBackupLocks } from '#platform/backup/backup-locks.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { type FileStore, openFileStore } from '#platform/files/file-store.ts';
import { onePixel } from '#platform/files/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { destroyBytes, erasePapers, storeFile, verifyFiles } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-kept-'));
const { app, ownerUrl } = await testDatabase();
const random = createRandom();
const at = instant('2022-07-25T08:00');
let files: FileStore;

beforeAll(async () => {
  files = await openFileStore(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function aScan(): Promise<{ id: string; sha256: string }> {
  const deps = { random, machineMs: () => Date.now(), files };
  const file = { from: onePixel, originalName: 'tờ khai.png', storedAt: at, accountId: null };
  const stored = await inTransaction(app, (tx) => storeFile(tx, deps, file));
  if (!stored.ok) throw new Error(stored.refusal.code);
  return stored.value;
}

test('kept bytes that are missing or altered are named', async () => {
  const { sha256 } = await aScan();
  expect(await verifyFiles(app, files)).toEqual({ files: 1, wrong: null });
  const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  writeFileSync(path, 'đã sửa');
  expect(await verifyFiles(app, files)).toEqual({ files: 0, wrong: sha256 });
  rmSync(path);
  expect(await verifyFiles(app, files)).toEqual({ files: 0, wrong: sha256 });
  await files.put(onePixel);
});

test('while a backup runs nothing is destroyed; afterwards the job does it, and nothing is missed', async () => {
  const { id, sha256 } = await aScan();
  const fileIds = [
    id,
    ...(await app.selectFrom('documents.stored_file').select('id').execute()).map((row) => row.id),
  ];
  const backup = new pg.Client({ connectionString: ownerUrl });
  await backup.connect();
  expect(await takeBackupLocks(backup)).toBe(true);
  await inTransaction(app, (tx) => erasePapers(tx, { subjectId: random.uuid(0), fileIds, at }));
  const destroy = () =>
    destroyBytes({ db: app, files }).run({ addresses: [sha256] }, { jobId: '1', attempt: 1 });
  await expect(destroy()).rejects.toThrow('a backup runs');
  expect(await files.exists(sha256)).toBe(true);
  await backup.end();
  await expect
    .poll(() =>
      destroy().then(
        () => 'done',
        () => 'put off',
      ),
    )
    .toBe('done');
  expect(await files.exists(sha256)).toBe(false);
  expect(await verifyFiles(app, files)).toEqual({ files: 0, wrong: null });
});

test('one backup at a time', async () => {
  const [first, second] = [1, 2].map(() => new pg.Client({ connectionString: ownerUrl }));
  await first?.connect();
  await second?.connect();
  expect(first && (await takeBackupLocks(first))).toBe(true);
  expect(second && (await takeBackupLocks(second))).toBe(false);
  await first?.end();
  await second?.end();
});
