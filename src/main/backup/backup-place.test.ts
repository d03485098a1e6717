import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { backupName, listBackups } from '#platform/backup/backup-names.ts';
import { clearPlace, finishPlace, openParent, openPlace, removeOld } from './backup-place.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-place-'));
const dataDir = join(folder, 'data');
const OURS = '0190a1b2-0000-7000-8000-0000deadbeef';
const THEIRS = '0190a1b2-0000-7000-8000-0000cafecafe';
beforeAll(() => mkdirSync(dataDir));
afterAll(() => rmSync(folder, { recursive: true }));

const names = (dir: string) => readdirSync(dir).sort();

test('a folder inside the data is refused, also by way of a link, and is not made', async () => {
  symlinkSync(dataDir, join(folder, 'link'));
  for (const dir of [dataDir, join(dataDir, 'x'), join(folder, 'link'), join(folder, 'link', 'x')])
    await expect(openParent(dir, dataDir)).rejects.toMatchObject({ key: 'backup-inside-data' });
  expect(names(dataDir)).toEqual([]);
});

test('a folder beside the data is made; one whose own folder is missing is not', async () => {
  expect(await openParent(join(folder, 'data-backup'), dataDir)).toBe(join(folder, 'data-backup'));
  for (const dir of [join(folder, 'no', 'such'), join(folder, 'a-file')]) {
    writeFileSync(join(folder, 'a-file'), '');
    await expect(openParent(dir, dataDir)).rejects.toMatchObject({ key: 'backup-no-folder' });
  }
});

test('whole ones beyond the number go with their keys; those of another installation stay', async () => {
  const parent = await openParent(join(folder, 'many'), dataDir);
  const keys = await openParent(join(folder, 'keys'), dataDir);
  const other = backupName(instant('2020-01-01T18:30'), THEIRS);
  mkdirSync(join(parent, other));
  mkdirSync(join(parent, 'holiday pictures'));
  const made = ['2026-11-23T18:30', '2026-11-24T18:30', '2026-11-25T18:30'].map((at) =>
    backupName(instant(at), OURS),
  );
  let removed: string[] = [];
  for (const name of made) {
    const place = await openPlace(name, OURS, parent, keys);
    expect(await listBackups(parent, OURS)).not.toContain(name);
    await finishPlace(place);
    removed = await removeOld(place, OURS, 2);
  }
  expect(removed).toEqual(made.slice(0, 1));
  expect(names(parent)).toEqual(['holiday pictures', other, ...made.slice(1)].sort());
  expect(names(keys)).toEqual(made.slice(1).map((name) => `${name}-keys`));
});

test('what a killed one left goes with the next; one that is given up leaves nothing', async () => {
  const parent = await openParent(join(folder, 'killed'), dataDir);
  await openPlace(backupName(instant('2026-11-24T18:30'), OURS), OURS, parent, parent);
  await openPlace(backupName(instant('2026-11-24T18:30'), THEIRS), THEIRS, parent, parent);
  const next = await openPlace(backupName(instant('2026-11-25T18:30'), OURS), OURS, parent, parent);
  expect(names(parent)).toHaveLength(4); // theirs may be running
  await clearPlace(next);
  expect(names(parent)).toHaveLength(2);
});
