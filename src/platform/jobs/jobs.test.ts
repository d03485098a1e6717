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
const pool = createPool({ connectionString: db.appUrl, max: 4, plainTypes: true });
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
