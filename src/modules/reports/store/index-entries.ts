import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { IndexEntry, Quarter } from '../rules/index-entry.ts';
import type { TypedIndex } from '../rules/index-scores.ts';

/** What was typed, by whom, when. The last one of a quarter counts. */
export interface KeptEntry extends IndexEntry {
  readonly id: string;
  readonly agencyId: string;
  /** The officer it is about; null: the agency. */
  readonly accountId: string | null;
  readonly typedBy: string;
  readonly typedByName: string;
  readonly typedAt: Instant;
}

/** False: this press has typed it before. */
export async function insertEntry(tx: Tx, entry: KeptEntry): Promise<boolean> {
  const { id, agencyId, accountId, year, quarter, index, counts, evidence } = entry;
  const inserted = await tx
    .insertInto('reports.index_entry')
    .values({
      ...{
        id,
        agency_id: agencyId,
        account_id: accountId,
        year,
        quarter,
        index,
        counts: [...counts],
        evidence,
      },
      ...{ typed_by: entry.typedBy, typed_by_name: entry.typedByName, typed_at: entry.typedAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** All of some agencies and quarters, the latest first. */
export async function listEntries(
  q: Queries,
  agencyIds: readonly string[],
  quarters: readonly Quarter[],
): Promise<KeptEntry[]> {
  if (agencyIds.length === 0 || quarters.length === 0) return [];
  const keys = quarters.map(({ year, quarter }) => year * 10 + quarter);
  const rows = await q
    .selectFrom('reports.index_entry')
    .selectAll()
    .where(sql<boolean>`agency_id = any(${[...agencyIds]}::uuid[])`)
    .where(sql<boolean>`year * 10 + quarter = any(${keys}::int[])`)
    .orderBy('ordinal', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{
      id: row.id,
      agencyId: row.agency_id,
      accountId: row.account_id,
      year: row.year,
      quarter: row.quarter,
    },
    ...{ index: row.index as TypedIndex, counts: row.counts, evidence: row.evidence },
    ...{ typedBy: row.typed_by, typedByName: row.typed_by_name, typedAt: row.typed_at },
  }));
}
