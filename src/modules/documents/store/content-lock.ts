import { sql } from 'kysely';
import type { Queries, Tx } from '#platform/db/database.ts';

/**
 * Held until the transaction ends: whoever keeps these bytes shares it, whoever destroys them has it alone. So
 * nobody is told that a scan is kept while the same bytes are on their way out.
 */
export async function lockContent(tx: Tx, sha256: string, how: 'keep' | 'destroy'): Promise<void> {
  const key = `documents-content:${sha256}`;
  if (how === 'keep') await sql`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`.execute(tx);
  else await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** Does any scan or paper that has not been erased still need these bytes? */
export async function isContentNeeded(q: Queries, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`
    select exists (select from documents.stored_file where sha256 = ${sha256} and erased_at is null)
      or exists (select from documents.paper where erased_at is null
                  and (pdf_sha256 = ${sha256} or signed_pdf_sha256 = ${sha256})) as needed`.execute(q);
  return rows[0]?.needed ?? true;
}
