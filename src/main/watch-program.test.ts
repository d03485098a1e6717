import { tmpdir } from 'node:os';
import { afterAll, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { listIncidentsBetween } from '#modules/incidents/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { createDatabase, createPool } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { silentLog } from '#platform/log/log.ts';
import { createRandom } from '#platform/random/random.ts';
import { watchProgram } from './watch-program.ts';

const { app } = await testDatabase();
const pool = createPool({ connectionString: 'postgres://nobody@127.0.0.1:1/none', onError: () => {} });
const nowhere = createDatabase(pool);
afterAll(() => pool.end());

const legalClock = fixedClock(instant('2022-07-25T08:00'));
const machineClock = fixedClock(instant('2026-11-26T14:00'));
const passes = (minutes: number) => {
  for (const clock of [legalClock, machineClock])
    clock.set(instant(`${new Date(clock.nowMs() + minutes * 60_000).toISOString().slice(0, 19)}Z`));
};
let db = app;
const surroundings = {
  ...{ random: createRandom(), legalClock, machineClock, dataDir: tmpdir(), log: silentLog },
  get db() {
    return db;
  },
};
const recorded = async () => {
  const found = await listIncidentsBetween(app, instant('2022-07-01T00:00'), instant('2022-09-01T00:00'));
  return found.map(({ what, from, to }) => `${what} ${from.slice(8, 16)} ${to?.slice(8, 16)}`);
};

test('web and worker watch together: the database away for an hour, the program for another, a moved clock', async () => {
  const watches = [watchProgram(surroundings), watchProgram(surroundings)];
  const look = () => Promise.all(watches.map((watch) => watch.look()));
  await look();
  expect(await recorded()).toEqual([]);

  db = nowhere;
  passes(10);
  await look(); // does not throw
  passes(50);
  await look();
  db = app;
  await look();
  expect(await recorded()).toEqual(['database-away 25T08:00 25T09:00']);
  await look();
  await Promise.all(watches.map((watch) => watch.stop()));

  passes(60);
  const again = watchProgram(surroundings);
  await again.look();
  expect(await recorded()).toEqual(['database-away 25T08:00 25T09:00', 'program-away 25T09:00 25T10:00']);

  legalClock.set(instant('2022-08-08T09:00'));
  await again.look();
  expect(await recorded()).toHaveLength(2);
  await again.stop();
});
