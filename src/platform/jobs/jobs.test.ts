import { sql } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createPool, inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { silentLog } from '#platform/log/log.ts';
import { enqueue } from './enqueue.ts';
import { job } from './job.ts';
import { runJobs } from './run-jobs.ts';

const db = await testDatabase();
const pool = createPool({ connectionString: db.appUrl, max: 8, plainTypes: true });
afterAll(() => pool.end());

test('motcua_app enqueues in its transaction and runs the queue', async () => {
  const done: string[] = [];
  const { promise: both, resolve } = Promise.withResolvers<void>();
  const greet = job({
    name: 'greet',
    payload: z.object({ name: z.string() }),
    run: async ({ name }) => {
      done.push(name);
      if (done.length === 2) resolve();
    },
  });
  const everyYear = job({ name: 'yearly', cron: '0 0 1 1 *', payload: z.object({}), run: async () => {} });
  await inTransaction(db.app, (tx) => enqueue(tx, 'greet', { name: 'Ặ' }));
  await expect(
    inTransaction(db.app, async (tx) => {
      await enqueue(tx, 'greet', { name: 'rolled back' });
      throw new Error('undo');
    }),
  ).rejects.toThrow('undo');
  await inTransaction(db.app, (tx) => enqueue(tx, 'greet', { name: 'old' }, { key: 'one' }));
  await inTransaction(db.app, (tx) => enqueue(tx, 'greet', { name: 'new' }, { key: 'one' }));
  const running = await runJobs(pool, [greet, everyYear], silentLog);
  await both;
  await running.stop();
  expect(done.sort()).toEqual(['new', 'Ặ']);
});

test('a nightly job whose hours nobody was there for is done at the next start; others wait for their turn', async () => {
  await sql`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    select name, now() - interval '40 days', now() - interval '4 days'
      from unnest(array['nightly', 'fleeting']) as name`.execute(db.owner);
  const done: string[] = [];
  const { promise: caughtUp, resolve } = Promise.withResolvers<void>();
  const note = (name: string) => async () => {
    done.push(name);
    if (name === 'last') resolve();
  };
  const every = { cron: '0 0 * * *', payload: z.object({}) };
  const jobs = [
    job({ ...every, name: 'nightly', catchUp: true, run: note('nightly') }),
    job({ ...every, name: 'fleeting', run: note('fleeting') }),
    job({ name: 'last', payload: z.object({}), run: note('last') }),
  ];
  const running = await runJobs(pool, jobs, silentLog);
  await vi.waitFor(() => expect(done).toContain('nightly'), 10_000);
  await inTransaction(db.app, (tx) => enqueue(tx, 'last', {}));
  await caughtUp;
  await running.stop();
  expect(new Set(done)).toEqual(new Set(['nightly', 'last']));
});

test('what a killed worker had begun is done when the next one starts, and a second one waits for the first', async () => {
  const done: string[] = [];
  const note = (name: string, queue?: string) =>
    job({
      name,
      ...(queue ? { queue } : {}),
      payload: z.object({}),
      run: async () => void done.push(name),
    });
  const jobs = [note('alone'), note('in-line', 'line')];
  await inTransaction(db.app, async (tx) => {
    await enqueue(tx, 'alone', {});
    await enqueue(tx, 'in-line', {}, { queue: 'line' });
  });
  const dead = { locked_at: sql`now()`, locked_by: 'a worker that was killed' };
  await sql`update graphile_worker._private_jobs set locked_at = ${dead.locked_at}, locked_by = ${dead.locked_by}`.execute(
    db.owner,
  );
  await sql`update graphile_worker._private_job_queues set locked_at = ${dead.locked_at}, locked_by = ${dead.locked_by}`.execute(
    db.owner,
  );
  const running = await runJobs(pool, jobs, silentLog);
  await vi.waitFor(() => expect(done.sort()).toEqual(['alone', 'in-line']), 10_000);
  let secondRuns = false;
  const second = runJobs(pool, jobs, silentLog).then((later) => {
    secondRuns = true;
    return later;
  });
  await inTransaction(db.app, (tx) => enqueue(tx, 'alone', {}));
  await vi.waitFor(() => expect(done).toHaveLength(3), 10_000);
  expect(secondRuns).toBe(false);
  await running.stop();
  await (await second).stop();
});
