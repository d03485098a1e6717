import { sql } from 'kysely';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { changesOf } from './changes.ts';
import { factsOf } from './facts.ts';
import { listUncounted } from './uncounted.ts';

/** What came by a channel in a week, and how many ended in it. */
export interface CountedWeek {
  /** Its Monday. */
  readonly week: CivilDate;
  readonly channel: string;
  readonly received: number;
  readonly ended: number;
  readonly late: number;
}

/** Whole weeks of some agencies, from this day to that one (included). Null: it is still being counted. */
export async function countWeeks(
  q: Queries,
  { agencyIds, from, to }: { agencyIds: readonly string[]; from: CivilDate; to: CivilDate },
  now: Instant,
): Promise<CountedWeek[] | null> {
  const { uncounted, scanned } = await listUncounted(q, { agencyIds, from, to: dateOf(now) }, now);
  if (scanned.length > 0) return null;
  const { rows } = await sql<CountedWeek>`
    with line as materialized (
      select id, channel from reports.line where agency_id = any (${agencyIds}::uuid[])
    ), anew as (
      select -1 as sign, l.channel, c.received_on, c.ended_on, c.standings
        from reports.counted_dossier c join line l on l.id = c.line_id
       where c.dossier_id = any (${uncounted}::uuid[])
      union all
      select 1, channel, received_on, ended_on, standings from (${factsOf(uncounted, { now, last: dateOf(now) }, 'legal')}) f
       where agency_id = any (${agencyIds}::uuid[])
    )
    select date_trunc('week', day)::date as week, channel, sum(received)::int as received,
           sum(early + on_time + late)::int as ended, sum(late)::int as late
      from (
        select d.day, l.channel, d.received, d.early, d.on_time, d.late
          from reports.day_count d join line l on l.id = d.line_id
         where d.day between ${from}::date and ${to}::date
        union all
        select day, channel, received, early, on_time, late from (${changesOf(sql`anew`, sql`channel`, ['legal'])}) c
         where day between ${from}::date and ${to}::date
      ) days group by 1, 2 order by 1, 2`.execute(q);
  return rows;
}
