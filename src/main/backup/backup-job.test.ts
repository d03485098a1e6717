import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { backUpDaily } from './backup-job.ts';
import { insertBackup } from './backup-records.ts';
import { BACKUP, backupSetting } from './backup-setting.ts';

const { app, owner } = await testDatabase();
const machineClock = fixedClock(instant('2026-11-25T18:00'));
let asked = 0;
const job = backUpDaily({
  db: app,
  machineClock,
  ask: () => {
    asked += 1;
  },
});
const random = createRandom();

async function askedAt(time: string): Promise<number> {
  asked = 0;
  machineClock.set(instant(time));
  await job.run({}, { jobId: '1', attempt: 1 });
  return asked;
}

async function tried(time: string, problem: string | null, parent = '/srv/backup'): Promise<void> {
  const at = instant(time);
  const kept =
    problem === null ? { name: 'motcua', bytes: 9, files: 1 } : { name: null, bytes: null, files: null };
  const record = { startedAt: at, endedAt: at, scheduled: true, parent, problem, params: {}, ...kept };
  await insertBackup(owner, random.uuid(0), record);
}

test('without a setting none is asked for', async () => {
  expect(await askedAt('2026-11-25T18:30')).toBe(0);
});

test('from the hour on until one is whole; after a failure an hour later; others do not count', async () => {
  const value = JSON.stringify({ at: '18:30', dir: '/srv/backup', keep: 14 });
  await owner.insertInto('platform.setting').values({ key: BACKUP, value }).execute();
  await tried('2026-11-25T10:00', null);
  await tried('2026-11-25T18:30', null, '/media/stick');
  expect(await askedAt('2026-11-25T18:29')).toBe(0);
  expect(await askedAt('2026-11-25T18:30')).toBe(1);
  await tried('2026-11-25T18:30', 'backup-disk-full');
  expect(await askedAt('2026-11-25T19:29')).toBe(0);
  expect(await askedAt('2026-11-25T19:30')).toBe(1);
  await tried('2026-11-25T19:30', null);
  expect(await askedAt('2026-11-25T20:30')).toBe(0);
  expect(await askedAt('2026-11-26T18:30')).toBe(1);
});

test('the programs may read what was tried, and write nothing of it', async () => {
  expect(await app.selectFrom('platform.backup').select('parent').execute()).not.toEqual([]);
  await expect(app.deleteFrom('platform.backup').execute()).rejects.toThrow('permission denied');
  await expect(app.updateTable('platform.backup').set({ problem: null }).execute()).rejects.toThrow(
    'permission denied',
  );
});

test.each<[unknown, string]>([
  [{ at: '24:00', dir: '/srv' }, 'an hour that is none'],
  [{ at: '8:30', dir: '/srv' }, 'an hour in another shape'],
  [{ at: '18:30', dir: 'srv' }, 'a folder that depends on where one stands'],
  [{ at: '18:30', dir: '/srv', keep: 0 }, 'none kept'],
  [{ at: '18:30' }, 'no folder'],
  ['18:30', 'not an object'],
])('%j is refused: %s', (value, _) => {
  expect(backupSetting.safeParse(value).success).toBe(false);
});
