import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

/** A number of the series that an agency gives on a day. */
export interface NumberOfDay {
  readonly agencyId: string;
  readonly day: CivilDate;
  readonly sequence: number;
}

/** Why numbers of a series were not given at the counter here. */
export type GivenElsewhere = 'taken-over' | 'lost';

/**
 * The counter of a day goes past this number, so that it is never given again; those in between are kept as given
 * elsewhere. Locks the series like a counter does. False: the series is there already.
 */
export async function movePast(
  tx: Tx,
  series: NumberOfDay,
  reason: GivenElsewhere,
  at: Instant,
): Promise<boolean> {
  const { agencyId, day, sequence } = series;
  const last = await lockedLast(tx, series);
  if (sequence <= last) return false;
  await tx
    .updateTable('dossiers.number_series')
    .set({ last: sequence })
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .execute();
  await tx
    .insertInto('dossiers.number_elsewhere')
    .values({ agency_id: agencyId, day, first: last + 1, last: sequence, reason, at })
    .execute();
  return true;
}

/** A series that nobody has begun begins here. */
async function lockedLast(tx: Tx, { agencyId, day, sequence }: NumberOfDay): Promise<number> {
  const begun = await tx
    .insertInto('dossiers.number_series')
    .values({ agency_id: agencyId, day, last: sequence })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (begun.numInsertedOrUpdatedRows === 1n) return 0;
  const { last } = await tx
    .selectFrom('dossiers.number_series')
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .select('last')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return last;
}

/** The last number given of a day; 0: none. */
export async function lastOfDay(q: Queries, agencyId: string, day: CivilDate): Promise<number> {
  const row = await q
    .selectFrom('dossiers.number_series')
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .select('last')
    .executeTakeFirst();
  return row?.last ?? 0;
}

export interface NumbersElsewhere {
  readonly day: CivilDate;
  readonly first: number;
  readonly last: number;
  readonly reason: GivenElsewhere;
}

/** Numbers between two days, both included, that no counter here gave. */
export async function listNumbersElsewhere(
  q: Queries,
  agencyId: string,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<NumbersElsewhere[]> {
  const rows = await q
    .selectFrom('dossiers.number_elsewhere')
    .where('agency_id', '=', agencyId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select(['day', 'first', 'last', 'reason'])
    .orderBy('day')
    .orderBy('first')
    .execute();
  return rows as NumbersElsewhere[];
}

export interface LastNumber {
  readonly agencyId: string;
  readonly day: CivilDate;
  readonly last: number;
}

/** The latest days on which numbers were given, with the last one of each. */
export async function listLastNumbers(q: Queries, limit: number): Promise<LastNumber[]> {
  const rows = await q
    .selectFrom('dossiers.number_series')
    .select(['agency_id as agencyId', 'day', 'last'])
    .orderBy('day', 'desc')
    .orderBy('agency_id')
    .limit(limit)
    .execute();
  return rows as LastNumber[];
}
