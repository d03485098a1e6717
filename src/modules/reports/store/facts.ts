import { type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { ReportClock } from '../rules/report-table.ts';
import { afterRequests, clockColumns, endedClass } from './class-sql.ts';
import { handledBy } from './standing-rows.ts';

type Sql = RawBuilder<unknown>;

/** In `reports.handler`, so that it is found by its index: nobody in particular. */
export const NOBODY = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** A standing is `(day - 2000-01-01) * 8 + class`: every one up to the end of this day is less. */
export const afterDay = (day: Sql) => sql`((${day} - date '2000-01-01') + 1) * 8`;

/** A limit in hours whose last minute is today and still to come. */
const stillToCome = (now: Instant) => sql`due_at::date = ${now}::timestamptz::date
  and date_trunc('minute', due_at) >= date_trunc('minute', ${now}::timestamptz)`;

/** The day at whose end it is overdue when nothing happens; a limit in hours is over within its day. */
const overdueOn = (now: Instant | null) => sql`case
  when kind in ('citizen', 'payment', 'ended') or supplements > 1 then null
  when limit_unit = 'gio' and due_at::time < '23:59' and not (${now === null ? sql`false` : stillToCome(now)})
  then due_at::date
  else due_at::date + 1 end`;

const hasEnded = sql`kind = 'ended'`;
const ended = {
  due: sql`due_at`,
  ended: sql`from_at`,
  withdrawn: sql`coalesce(from_at = withdrawn_at, false)`,
};
const classAtBeginning = afterRequests(
  hasEnded,
  sql`case when ${hasEnded} then ${endedClass(ended)} when overdue_on <= day then 1 else 0 end`,
);

/** As a report sees them that looks back from a moment. */
export interface SeenAt {
  /** Legal time: what comes later is not known. */
  readonly now: Instant;
  /** A procedure that was corrected after this day is the one of before. */
  readonly last: CivilDate;
}

/** The dossiers themselves, with field and limit as they are, or as they were filed at the end of a day. */
function filedBy(dossierIds: Sql, seen: SeenAt | null): Sql {
  const known = sql`
    select d.id, d.agency_id, d.intake_office_id, d.field, d.channel, d.assisted, d.limit_unit, d.received_at,
           case when d.state = 'withdrawn' then d.ended_at end as withdrawn_at
      from dossiers.report_line d where d.id = any (${dossierIds})`;
  if (seen === null) return known;
  const over = sql`(${seen.last}::date + 1)::timestamptz`;
  return sql`
    select k.id, k.agency_id, k.intake_office_id, coalesce(c.field, k.field) as field, k.channel, k.assisted,
           case when c.seq is null then k.limit_unit else c.limit_unit end as limit_unit, k.received_at, k.withdrawn_at
      from (${known}) k
      left join lateral (
        select f.seq, f.field, f.limit_unit from dossiers.report_filing f
         where f.dossier_id = k.id and f.at < ${over}
           and exists (select from dossiers.report_filing r where r.dossier_id = k.id and r.corrected and r.at >= ${over})
         order by f.seq desc limit 1
      ) c on true
     where k.received_at <= ${seen.now}::timestamptz`;
}

/**
 * What dossiers put into the counts, one row each: its line, the days of receipt and end, its standings by a clock. The
 * rule of it is `classAt` at the end of each day. `seen` null: as all of it is recorded.
 */
export function factsOf(dossierIds: readonly string[], seen: SeenAt | null, clock: ReportClock): Sql {
  return factsOfThose(sql`${dossierIds}::uuid[]`, seen, clock);
}

function factsOfThose(dossierIds: Sql, seen: SeenAt | null, clock: ReportClock): Sql {
  const isKnown = seen === null ? sql`true` : sql`i.from_at <= ${seen.now}::timestamptz`;
  return sql`
    select id as dossier_id, agency_id, intake_office_id, field, channel, assisted,
           received_at::date as received_on,
           case when (max(standing) & 7) >= 2 then date '2000-01-01' + (max(standing) >> 3) end as ended_on,
           array_agg(standing order by standing) as standings
      from (
        select *, lag(standing & 7) over (partition by id order by standing) as class_before
          from (
            select s.*, (on_day - date '2000-01-01') * 8 + class as standing
              from (
                select d.*, ${overdueOn(seen?.now ?? null)} as overdue_on
                  from (
                    select k.*, i.kind, i.from_at, ${clockColumns[clock]}, greatest(i.from_at, k.received_at)::date as day,
                           (min(i.from_at) over (partition by k.id order by i.seq
                              rows between 1 following and unbounded following))::date as until_day
                      from (${filedBy(dossierIds, seen)}) k join dossiers.report_interval i on i.dossier_id = k.id
                     where ${isKnown}
                  ) d
              ) e
              cross join lateral (
                select e.*, e.day as on_day, ${classAtBeginning} as class where until_day is null or until_day > day
                union all
                select e.*, overdue_on, 1
                 where overdue_on > day and (until_day is null or until_day > overdue_on)
              ) s
          ) t
      ) u
     where class_before is distinct from (standing & 7) or (standing & 7) >= 2
     group by id, agency_id, intake_office_id, field, channel, assisted, received_at`;
}

/** The same by the legal clock with who handled what has ended; the rule of it is `handledBy`. */
export function handledFactsOf(dossierIds: readonly string[], passing: readonly string[]): Sql {
  return sql`
    select f.*, coalesce(h.office_id, ${NOBODY}) as handler_office_id, coalesce(h.account_id, ${NOBODY}) as handler_account_id
      from (${factsOf(dossierIds, null, 'legal')}) f
      left join lateral (
        ${handledBy(sql`f.dossier_id`, sql`'infinity'::timestamptz`, passing)}
      ) h on f.ended_on is not null`;
}

/** Those of dossiers that may stand otherwise by QĐ 766 than by the law. */
const otherwise = (dossierIds: readonly string[]) => sql`array(
  select distinct dossier_id from dossiers.report_interval
   where dossier_id = any (${dossierIds}::uuid[]) and (supplements > 1 or national_due_at is distinct from due_at))`;

/** The same with `national`: how it stood by QĐ 766, where that is otherwise. */
export function countedFactsOf(dossierIds: readonly string[], passing: readonly string[]): Sql {
  return sql`
    select f.*, nullif(n.standings, f.standings) as national
      from (${handledFactsOf(dossierIds, passing)}) f
      left join (${factsOfThose(otherwise(dossierIds), null, '766')}) n on n.dossier_id = f.dossier_id`;
}
