import type { Queries } from '#platform/db/database.ts';
import type { Flow } from '../rules/day.ts';
import { type MovementOfList, movementOf, selectMovements } from './movements.ts';
import type { QuarterDays } from './quarter-flows.ts';

/** What lies behind a number of a quarter: of one kind or all, of one procedure or all. */
export async function listMovementsOfQuarter(
  q: Queries,
  { officeId, from, to }: QuarterDays,
  { kind, code }: { readonly kind: Flow['kind'] | 'all'; readonly code: string | undefined },
  most: number,
): Promise<MovementOfList[]> {
  let query = selectMovements(q)
    .innerJoin('cash.list as l', 'l.id', 'm.list_id')
    .where('l.office_id', '=', officeId)
    .where('l.day', '>=', from)
    .where('l.day', '<=', to);
  if (kind !== 'all') query = query.where('m.kind', '=', kind);
  if (code !== undefined) query = query.where('p.procedure_code', '=', code);
  return (await query.orderBy('m.ordinal').limit(most).execute()).map(movementOf);
}
