import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';

/** Two presses on one draft come one after the other; the lock ends with the transaction. */
export async function lockDraft(tx: Tx, draftId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${draftId}, 0))`.execute(tx);
}
