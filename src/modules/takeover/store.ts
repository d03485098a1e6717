import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';

/** One part of a file at a time, until the end of the transaction: two runs at once share the rows. */
export async function lockTakeOvers(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('takeover-file', 0))`.execute(tx);
}
