import type { Queries } from '#platform/db/database.ts';
import type { Flow } from '../rules/day.ts';
import { type MovementOfList, movementOf, selectMovements } from './movements.ts';
import type { QuarterDays } from './quarter-flows.ts';

/** What lies behind a number of a quarter: of one kind or all, of one procedure or all. */
export interface QuarterMovements {
  readonly kind: Flow['kind'] | 'all';
  readonly code: string | undefined;
}

function selectOfQuarter(q: Queries, { officeId, from, to }: QuarterDays, { kind, code }: QuarterMovements) {
  let query = selectMovements(q)
    .innerJoin('cash.list as l', 'l.id', 'm.list_id')
    .where('l.office_id', '=', officeId)
    .where('l.day', '>=', from)
    .where('l.day', '<=', to);
  if (kind !== 'all') query = query.where('m.kind', '=', kind);
  if (code !== undefined) query = query.where('p.procedure_code', '=', code);
  return query;
}

export async function countMovementsOfQuarter(
  q: Queries,
  days: QuarterDays,
  which: QuarterMovements,
): Promise<number> {
  const { count } = await selectOfQuarter(q, days, which)
    .clearSelect()
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** In the order they were written; `next`: after which the rest comes, null: this is the last. */
export async function listMovementsOfQuarter(
  q: Queries,
  days: QuarterDays,
  which: QuarterMovements,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ readonly lines: readonly MovementOfList[]; readonly next: number | null }> {
  const rows = await selectOfQuarter(q, days, which)
    .where('m.ordinal', '>', String(after))
    .orderBy('m.ordinal')
    .limit(limit)
    .execute();
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { lines: rows.map(movementOf), next: last ? Number(last.ordinal) : null };
}
