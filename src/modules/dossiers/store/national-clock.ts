import { sql } from 'kysely';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { BegunInterval } from '../rules/clock-interval.ts';

/** Those after this one by id whose clock of QĐ 766 has not been counted: they were written before it was kept. */
export async function listUncounted(q: Queries, after: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    (select id from dossiers.due where supplements is null and id > ${after} order by 1 limit ${most})
    union
    (select distinct dossier_id from dossiers.clock_interval where supplements is null and dossier_id > ${after}
      order by 1 limit ${most})
    order by 1 limit ${most}`.execute(q);
  return rows.map(({ id }) => id);
}

/** What was counted of one dossier up to this event of it; what a press has written since stays. */
export async function fillNationalClock(
  tx: Tx,
  { id, seq }: { readonly id: string; readonly seq: number },
  intervals: readonly BegunInterval[],
): Promise<void> {
  const last = intervals.at(-1);
  if (!last) return;
  for (const { seq: at, nationalDueAt, supplements } of intervals)
    await sql`select dossiers.count_interval(${id}::uuid, ${at}::int, ${nationalDueAt}::timestamptz, ${supplements}::smallint)`.execute(
      tx,
    );
  await tx
    .updateTable('dossiers.due')
    .set({ national_due_at: last.nationalDueAt, supplements: last.supplements })
    .where('id', '=', id)
    .where('head_seq', '=', seq)
    .where('supplements', 'is', null)
    .execute();
}
