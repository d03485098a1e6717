import { afterAll, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { createPool } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { startLegalClock } from '#platform/legal-clock.ts';
import { DEMO_CLOCK, hasRoomForDemo } from './half-year.ts';

const db = await testDatabase();
const owner = createPool({ connectionString: db.ownerUrl, max: 1 });
afterAll(() => owner.end());
const machine = fixedClock(instant('2026-11-24T08:00'));

test('a first start that was broken off, before its clock was set or after, is taken up again with the clock of the half-year', async () => {
  expect(await hasRoomForDemo(owner)).toBe(true);
  await startLegalClock(db.owner, machine, DEMO_CLOCK);
  expect(await hasRoomForDemo(owner)).toBe(true);
});

test('a demo that has lived past the half-year is not filled behind its back: everything would be years late', async () => {
  await startLegalClock(db.owner, machine, instant('2022-07-25T08:01'));
  expect(await hasRoomForDemo(owner)).toBe(false);
});
