import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '../db/database.ts';

export interface QueueState {
  readonly waiting: number;
  /** Given up after the last try: somebody has to look. */
  readonly failed: number;
  /** When the job of every minute was last put into the queue: the worker was alive. */
  readonly beat: Instant | null;
}

/** Machine time. */
export async function readQueueState(q: Queries): Promise<QueueState> {
  const { rows } = await sql<QueueState>`
    select count(*) filter (where attempts < max_attempts)::int as waiting,
           count(*) filter (where attempts >= max_attempts)::int as failed,
           (select max(greatest(known_since, last_execution))
              from graphile_worker._private_known_crontabs)::timestamptz(0) as beat
      from graphile_worker._private_jobs`.execute(q);
  return rows[0] ?? { waiting: 0, failed: 0, beat: null };
}
