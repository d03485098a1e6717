import { sql } from 'kysely';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { FIELD } from '#modules/certification/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CountedDossiers } from '../rules/timeliness.ts';
import { className } from './class-sql.ts';
import { afterDay, factsOf } from './facts.ts';
import { flowsOf } from './flows.ts';
import { classOfRow, scanTimeliness } from './scan-timeliness.ts';
import type { PeriodAsked } from './standing-rows.ts';
import { listUncounted } from './uncounted.ts';

/**
 * How the dossiers received in a period stand at `now` (legal time), by agency, channel and class; added up from what
 * has been counted, with what has changed since, or read one by one where that is not there yet.
 */
export async function countTimeliness(
  q: Queries,
  asked: PeriodAsked,
  now: Instant,
): Promise<CountedDossiers[]> {
  const gap = await listUncounted(q, { ...asked, to: dateOf(now) }, now);
  return [
    ...(await addUpTimeliness(q, { ...asked, agencyIds: gap.added }, now, gap.uncounted)),
    ...(await scanTimeliness(q, { ...asked, agencyIds: gap.scanned }, now)),
  ];
}

/**
 * What has ended is in the counts of its day of receipt; the rest is looked at one by one; of what it is not written down
 * yet how its time was spent, the row itself.
 */
export async function addUpTimeliness(
  q: Queries,
  { agencyIds, from, to }: PeriodAsked,
  now: Instant,
  uncounted: readonly string[],
): Promise<CountedDossiers[]> {
  const inPeriod = sql`received_on between ${from}::date and ${to}::date`;
  const counted = sql`reports.counted_dossier c join line l on l.id = c.line_id`;
  const { rows } = await sql<CountedDossiers>`
    with skipped as materialized (
      select unnest(${uncounted}::uuid[]) as dossier_id
    ), line as materialized (
      select id, agency_id, field, channel from reports.line where agency_id = any (${agencyIds}::uuid[])
    ), known as (
      select -1 as sign, l.agency_id, l.field, l.channel, c.standings
        from ${counted} join skipped using (dossier_id) where ${inPeriod} and c.ended_on is not null
      union all
      select 1, agency_id, field, channel, standings from (${factsOf(uncounted, { now, last: dateOf(now) }, 'legal')}) f
       where agency_id = any (${agencyIds}::uuid[]) and ${inPeriod}
      union all
      select 1, l.agency_id, l.field, l.channel, c.standings
        from ${counted}
       where c.ended_on is null and ${inPeriod}
         and not exists (select from skipped s where s.dossier_id = c.dossier_id)
    ), parts as (
      select line.agency_id, line.field, line.channel, c.class, c.n
        from (select line_id, sum(of_early) as early, sum(of_on_time) as on_time, sum(of_late) as late
                from (${flowsOf('line', 'legal', from, to)}) f group by line_id) ended
        join line on line.id = ended.line_id
        cross join lateral (values (2, early), (3, on_time), (4, late)) c (class, n)
      union all
      select agency_id, field, channel,
             (select max(standing) & 7 from unnest(standings) standing
               where standing < ${afterDay(sql`${dateOf(now)}::date`)}), sign
        from known
      union all
      select agency_id, field, channel, ${classOfRow(now)}, 1 from dossiers.report_timeliness t
       where id = any (${uncounted}::uuid[]) and agency_id = any (${agencyIds}::uuid[])
         and received_at >= ${from}::date and received_at < ${to}::date + 1
         and not exists (select from dossiers.report_interval i where i.dossier_id = t.id)
    )
    select agency_id as "agencyId", channel, field = ${FIELD} as "isCertified",
           ${className(sql`class`)} as class, sum(n)::int as count
      from parts group by 1, 2, 3, 4 having sum(n) <> 0`.execute(q);
  return rows;
}
