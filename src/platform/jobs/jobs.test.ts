import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createPool, inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { silentLog } from '#platform/log/log.ts';
import { enqueue } from './enqueue.ts';
import { job } from './job.ts';
import { runJobs } from './run-jobs.ts';

const db = await testDatabase();
const pool = createPool({ connectionString: db.appUrl, max: 4 });
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
