import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

export interface UnfetchedDays {
  readonly agencyId: string;
  readonly days: number;
  readonly setAt: Instant;
}

/** What each agency has set last; those that have set nothing are not there. */
export async function listUnfetchedDays(
  q: Queries,
  agencyIds: readonly string[],
): Promise<readonly UnfetchedDays[]> {
  if (agencyIds.length === 0) return [];
  return q
    .selectFrom('dossiers.unfetched_days')
    .where('agency_id', 'in', agencyIds)
    .distinctOn('agency_id')
    .select(['agency_id as agencyId', 'days', 'set_at as setAt'])
    .orderBy('agency_id')
    .orderBy('set_at', 'desc')
    .orderBy('ordinal', 'desc')
    .execute();
}

/** False: this press has set it before. */
export async function insertUnfetchedDays(
  tx: Tx,
  row: UnfetchedDays & { readonly setBy: string; readonly key: string },
): Promise<boolean> {
  const written = await tx
    .insertInto('dossiers.unfetched_days')
    .values({ agency_id: row.agencyId, days: row.days, set_at: row.setAt, set_by: row.setBy, key: row.key })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return Number(written.numInsertedOrUpdatedRows ?? 0) > 0;
}
