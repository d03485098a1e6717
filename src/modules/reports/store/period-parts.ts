import { type RawBuilder, sql } from 'kysely';
import { addDays, type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { lastClass, standingsBy } from './class-sql.ts';
import { afterDay, factsOf } from './facts.ts';
import type { PeriodAsked } from './standing-rows.ts';

type Sql = RawBuilder<unknown>;

/** The last day that a report of a period looks at: its own, or today. */
export function lastDay({ to }: Pick<PeriodAsked, 'to'>, now: Instant): CivilDate {
  const today = dateOf(now);
  return to < today ? to : today;
}

/** Longer under way than this is rare: so many days after a day most of what was open then has ended. */
const LONG = sql.lit(31);

/** A standing's class at the end of a day. */
export const classOn = (day: CivilDate) => sql`
  (select max(standing) & 7 from unnest(standings) standing where standing < ${afterDay(sql`${day}::date`)})`;

/** Of counted dossiers `c` those that had not ended on a day, each index read where it is short. */
function openAfter(day: CivilDate, select: (holds: Sql) => Sql): Sql {
  const until = sql`${day}::date + ${LONG}`;
  return sql`${select(sql`c.ended_on is null`)}
    union all ${select(sql`c.ended_on > ${day}::date and c.ended_on <= ${until}`)}
    union all ${select(sql`c.ended_on > ${until} and c.ended_on - c.received_on > ${LONG}`)}`;
}

const key = sql`agency_id, field, channel, assisted`;

/**
 * After `with`: what a report of a period has to look at besides the counts of those received in it (`day_count`,
 * `handled_day`: how they have ended by now).
 * - `line`: the lines of its agencies.
 * - `one_by_one`: who is in it and not in the counts as it has to be seen: what had not ended at its last day, what was
 *   received before and had not ended when it began, and what is `uncounted`; each with its class on the last day, and
 *   `handler_id` where the counts say who handled it.
 * - `taken_out`: what the counts have ended though it had not then, or though it is `uncounted`.
 */
export function periodParts(asked: PeriodAsked, now: Instant, uncounted: readonly string[]): Sql {
  const { agencyIds, from, clock = 'legal' } = asked;
  const [before, last] = [addDays(from, -1), lastDay(asked, now)];
  const received = sql`received_on between ${from}::date and ${last}::date`;
  const counted = (holds: Sql) => sql`
    select c.dossier_id, l.agency_id, l.field, l.channel, l.assisted, c.received_on, c.ended_on, c.handler_id,
           ${standingsBy[clock]} as standings
      from reports.counted_dossier c join line l on l.id = c.line_id
     where ${holds} and not exists (select from skipped s where s.dossier_id = c.dossier_id)`;
  const live = sql`select dossier_id, ${key}, received_on, null::date, null::integer, standings from live`;
  return sql`
    skipped as materialized (
      select unnest(${uncounted}::uuid[]) as dossier_id
    ), line as materialized (
      select id, ${key} from reports.line where agency_id = any (${agencyIds}::uuid[])
    ), live as materialized (
      select dossier_id, ${key}, received_on, standings from (${factsOf(uncounted, { now, last }, clock)}) f
       where agency_id = any (${agencyIds}::uuid[])
    ), from_before as materialized (
      select *, ${classOn(before)} as was, ${classOn(last)} as class
        from (
          ${openAfter(before, (holds) => counted(sql`c.received_on <= ${before}::date and ${holds}`))}
          union all ${live} where received_on <= ${before}::date
        ) d
    ), still_open as materialized (
      select *, ${classOn(last)} as class
        from (
          ${openAfter(last, (holds) => counted(sql`c.${received} and ${holds}`))}
          union all ${live} where ${received}
        ) d
    ), one_by_one as (
      select dossier_id, ${key}, received_on, true as before, class,
             case when ended_on <= ${last}::date then handler_id end as handler_id
        from from_before where was < 2
      union all
      select dossier_id, ${key}, received_on, false, class, null from still_open
    ), taken_out as (
      select ${key}, received_on, ${lastClass()} as class, handler_id from still_open where ended_on is not null
      union all
      select l.agency_id, l.field, l.channel, l.assisted, c.received_on,
             ${lastClass(sql`(${standingsBy[clock]})`)}, c.handler_id
        from reports.counted_dossier c join line l on l.id = c.line_id join skipped using (dossier_id)
       where c.${received} and c.ended_on is not null
    )`;
}
