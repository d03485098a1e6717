import { expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { fillIntervalsOfOld } from './jobs/fill-intervals.ts';
import { listIntervals, listWithoutIntervals } from './store/clock-intervals.ts';
import { aRoad } from './testing-road.ts';

const db = await testDatabase();

test('dossiers from before intervals were kept get theirs from their histories, once', async () => {
  const { office, inWork } = await aRoad(db);
  await inWork();
  const written = await db.owner.selectFrom('dossiers.clock_interval').selectAll().execute();
  expect(written.length).toBeGreaterThan(0);
  await db.owner.deleteFrom('dossiers.clock_interval').execute();
  expect(await listWithoutIntervals(db.app, 10)).toHaveLength(1);
  const job = fillIntervalsOfOld(office.deps);
  await job.run({}, { jobId: '1', attempt: 1 });
  await job.run({}, { jobId: '2', attempt: 1 });
  const ids = [...new Set(written.map((row) => row.dossier_id))];
  expect(await listIntervals(db.app, ids)).toEqual(written);
  expect(await listWithoutIntervals(db.app, 10)).toEqual([]);
});
