import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { KeepingPeriod, KeepingScope, WantedPeriod } from '../rules/keeping-period.ts';

/** Every row of an agency, the latest word first. */
export async function listKeepingPeriods(q: Queries, agencyId: string): Promise<KeepingPeriod[]> {
  const rows = await q
    .selectFrom('protection.keeping_period')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('ordinal', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ordinal: Number(row.ordinal),
    scope: scopeOf(row.field, row.procedure_code),
    years: row.years,
    paper: row.paper,
    validFrom: row.valid_from,
    setBy: row.set_by,
    setAt: row.set_at,
  }));
}

function scopeOf(field: string | null, code: string | null): KeepingScope {
  return code === null ? { kind: 'field', of: field ?? '' } : { kind: 'procedure', of: code };
}

/** Whose period has this id. */
export async function findKeepingAgency(q: Queries, id: string): Promise<string | undefined> {
  const row = await q
    .selectFrom('protection.keeping_period')
    .where('id', '=', id)
    .select('agency_id')
    .executeTakeFirst();
  return row?.agency_id;
}

/** False when this press was written before. */
export async function insertKeepingPeriod(
  tx: Tx,
  id: string,
  agencyId: string,
  { scope, years, paper, validFrom }: WantedPeriod,
  by: { readonly accountId: string; readonly at: Instant },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('protection.keeping_period')
    .values({
      id,
      agency_id: agencyId,
      field: scope.kind === 'field' ? scope.of : null,
      procedure_code: scope.kind === 'procedure' ? scope.of : null,
      years,
      paper,
      valid_from: validFrom,
      set_by: by.accountId,
      set_at: by.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
