import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/db/database.ts';

/**
 * The next number of the day at an agency (TT 01/2018 Điều 19). The row stays locked until the transaction
 * ends: what is rolled back leaves no gap, two clerks never get the same.
 */
export async function nextNumberOfDay(tx: Tx, agencyId: string, day: CivilDate): Promise<number> {
  const { last } = await tx
    .insertInto('dossiers.number_series')
    .values({ agency_id: agencyId, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'day']).doUpdateSet((eb) => ({
        last: eb('dossiers.number_series.last', '+', 1),
      })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
