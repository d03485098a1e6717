import type pg from 'pg';

const LOCK = 7_204_416;

export interface OnlyWorker {
  /** Rejects when the connection that says so is gone: another worker may begin. */
  readonly lost: Promise<never>;
  readonly release: () => void;
}

/**
 * One worker runs the queue at a time; the next one waits for it. Whatever is begun then is nobody's: its worker was
 * killed, or it comes from a backup. It is free at once, not after the four hours that the queue would wait.
 */
export async function becomeOnlyWorker(pool: pg.Pool): Promise<OnlyWorker> {
  const client = await pool.connect();
  const { promise: lost, reject } = Promise.withResolvers<never>();
  lost.catch(() => {}); // told to whoever waits for it
  client.once('error', reject);
  client.once('end', () => reject(new Error('the connection of the only worker ended')));
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`select graphile_worker.force_unlock_workers(array(
       select locked_by from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`);
  } catch (error) {
    client.release(true);
    throw error;
  }
  return { lost, release: () => client.release(true) };
}
