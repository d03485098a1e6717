import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CountedHandled, CountedMonth, CountedStanding } from '../rules/standing-at.ts';
import { className } from './class-sql.ts';
import { NOBODY } from './facts.ts';
import { flowsOf } from './flows.ts';
import { lastDay, periodParts } from './period-parts.ts';
import { handledBy, monthOf, type PeriodAsked } from './standing-rows.ts';

/** What is known besides the counts: dossiers that are looked at by themselves. */
type Uncounted = readonly string[];

const endedClasses = sql`cross join lateral (values (2, of_early), (3, of_on_time), (4, of_late)) c (class, n)`;
const classed = sql`${className(sql`class`)} as class`;

/** `scanStanding`, added up from what has been counted. */
export async function addUpStanding(
  q: Queries,
  asked: PeriodAsked,
  now: Instant,
  uncounted: Uncounted,
): Promise<CountedStanding[]> {
  const { rows } = await sql<CountedStanding>`
    with ${periodParts(asked, now, uncounted)}, parts as (
      select line.agency_id, line.field, line.channel, line.assisted, false as before, c.class, c.n
        from (select line_id, sum(of_early) as of_early, sum(of_on_time) as of_on_time, sum(of_late) as of_late
                from (${flowsOf('line', asked.clock ?? 'legal', asked.from, lastDay(asked, now))}) f group by line_id) ended
        join line on line.id = ended.line_id ${endedClasses}
      union all select agency_id, field, channel, assisted, false, class, -1 from taken_out
      union all select agency_id, field, channel, assisted, before, class, 1 from one_by_one
    )
    select agency_id as "agencyId", field, channel, assisted, before, ${classed}, sum(n)::int as count
      from parts group by 1, 2, 3, 4, 5, class having sum(n) <> 0`.execute(q);
  return rows;
}

/** `scanByMonth`, added up from what has been counted. */
export async function addUpByMonth(
  q: Queries,
  asked: PeriodAsked,
  now: Instant,
  uncounted: Uncounted,
): Promise<CountedMonth[]> {
  const month = monthOf(sql`received_on`);
  const { rows } = await sql<CountedMonth>`
    with ${periodParts(asked, now, uncounted)}, parts as (
      select ${monthOf(sql`day`)} as month, false as before, c.class, c.n
        from (select day, sum(of_early) as of_early, sum(of_on_time) as of_on_time, sum(of_late) as of_late
                from (${flowsOf('line', asked.clock ?? 'legal', asked.from, lastDay(asked, now))}) f join line on line.id = f.line_id group by day) ended
             ${endedClasses}
      union all select ${month}, false, class, -1 from taken_out
      union all select ${month}, before, class, 1 from one_by_one
    )
    select month, before, ${classed}, sum(n)::int as count
      from parts group by 1, 2, class having sum(n) <> 0 order by 1`.execute(q);
  return rows;
}

/** `scanHandled`, added up from what has been counted: who handled what has not ended is asked one by one. */
export async function addUpHandled(
  q: Queries,
  asked: PeriodAsked,
  passing: readonly string[],
  now: Instant,
  uncounted: Uncounted,
): Promise<CountedHandled[]> {
  const last = lastDay(asked, now);
  const end = sql`least((${last}::date + 1)::timestamptz - interval '1 second', ${now}::timestamptz)`;
  const { rows } = await sql<CountedHandled>`
    with ${periodParts(asked, now, uncounted)}, by_handler as (
      select handler_id, false as before, c.class, c.n
        from (select handler_id, sum(of_early) as of_early, sum(of_on_time) as of_on_time, sum(of_late) as of_late
                from (${flowsOf('handler', asked.clock ?? 'legal', asked.from, last)}) f group by handler_id) ended ${endedClasses}
      union all select handler_id, false, class, -1 from taken_out
      union all select handler_id, before, class, 1 from one_by_one where handler_id is not null
    ), parts as (
      select nullif(h.office_id, ${NOBODY}) as office_id, nullif(h.account_id, ${NOBODY}) as account_id, b.before,
             b.class, b.n
        from by_handler b join reports.handler h on h.id = b.handler_id
       where h.agency_id = any (${asked.agencyIds}::uuid[])
      union all
      select h.office_id, h.account_id, o.before, o.class, 1
        from one_by_one o left join lateral (${handledBy(sql`o.dossier_id`, end, passing)}) h on true
       where o.handler_id is null
    )
    select office_id as "officeId", account_id as "accountId", before, ${classed}, sum(n)::int as count
      from parts group by 1, 2, 3, class having sum(n) <> 0`.execute(q);
  return rows;
}
