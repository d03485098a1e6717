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

/** Those of the addresses that no scan and no paper needs now. */
export async function listUnneeded(q: Queries, addresses: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from unnest(${[...addresses]}::text[]) as kept (sha256)
     where not exists (select from documents.stored_file f where f.sha256 = kept.sha256 and f.erased_at is null)
       and not exists (select from documents.paper p where p.pdf_sha256 = kept.sha256 and p.erased_at is null)
       and not exists (select from documents.paper p
                        where p.signed_pdf_sha256 = kept.sha256 and p.erased_at is null)`.execute(q);
  return rows.map((row) => row.sha256);
}
