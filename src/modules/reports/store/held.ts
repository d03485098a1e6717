import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

/**
 * Notes how many dossiers each office had in hand when a day was over (all that has changed is to be counted before);
 * of a day that was noted nothing happens. What waited for the citizen is nobody's; what an office was asked about is
 * with who asked.
 */
export async function noteHeld(tx: Tx, day: CivilDate): Promise<void> {
  const there = await tx
    .selectFrom('reports.held_noted')
    .where('day', '=', day)
    .select('day')
    .executeTakeFirst();
  if (there) return;
  const over = sql`(${day}::date + 1)::timestamptz`;
  await sql`
    with noted as (
      insert into reports.held_noted (day) values (${day}::date) on conflict do nothing returning day
    ), open as (
      select dossier_id from reports.counted_dossier
       where received_on <= ${day}::date and (ended_on is null or ended_on > ${day}::date)
    ), spent as (
      select d.agency_id, case when i.kind = 'running' then i.office_id else (
               select r.office_id from dossiers.report_interval r
                where r.dossier_id = d.id and r.seq < i.seq and r.kind = 'running' order by r.seq desc limit 1) end as office_id
        from noted cross join open join dossiers.report_line d on d.id = open.dossier_id
        cross join lateral (
          select seq, kind, office_id from dossiers.report_interval i
           where i.dossier_id = d.id and i.from_at < ${over} order by i.seq desc limit 1) i
       where i.kind in ('running', 'other-office')
    )
    insert into reports.held_day (day, agency_id, office_id, held)
    select noted.day, agency_id, office_id, count(*) from noted cross join spent
     where office_id is not null group by 1, 2, 3`.execute(tx);
}

/** By office; empty: nobody noted it. */
export async function listHeldOn(q: Queries, day: CivilDate): Promise<ReadonlyMap<string, number>> {
  const rows = await q
    .selectFrom('reports.held_day')
    .where('day', '=', day)
    .groupBy('office_id')
    .select((eb) => ['office_id', eb.cast<number>(eb.fn.sum('held'), 'integer').as('held')])
    .execute();
  return new Map(rows.map(({ office_id, held }) => [office_id, held]));
}
