import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Tx } from '#platform/db/database.ts';
import { send } from '#platform/db/sent.ts';

export interface EnqueueOptions {
  /** One waiting job a key: the later one takes the place of the earlier. */
  readonly key?: string;
  /** Machine time; without it at once. */
  readonly runAt?: Instant;
  readonly queue?: string;
}

/** Puts a job into the queue in the transaction of the action: it exists exactly when the action does. */
export async function enqueue(
  tx: Tx,
  name: string,
  payload: object,
  { key, runAt, queue }: EnqueueOptions = {},
): Promise<void> {
  const statement = sql`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json,
    queue_name => ${queue ?? null}::text, run_at => ${runAt ?? null}::timestamptz,
    job_key => ${key ?? null}::text)`;
  await send(tx, statement.compile(tx));
}
