import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { send } from '#platform/db/sent.ts';

/** Two presses on one draft come one after the other: what is asked next is answered under the lock. It ends with the transaction. */
export async function lockDraft(tx: Tx, draftId: string): Promise<void> {
  await send(tx, sql`select pg_advisory_xact_lock(hashtextextended(${draftId}, 0))`.compile(tx));
}
