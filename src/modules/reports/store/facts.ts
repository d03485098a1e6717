import { type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { handledBy } from './standing-rows.ts';

type Sql = RawBuilder<unknown>;

/** A class is its place here; in `standings` beside its day, `(day - 2000-01-01) * 8 + class`. */
export const classesByNumber = sql`array['in-time', 'overdue', 'early', 'on-time', 'late']`;

/** In `reports.handler`, so that it is found by its index: nobody in particular. */
export const NOBODY = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** Every standing up to the end of this day is less. */
export const afterDay = (day: Sql) => sql`((${day} - date '2000-01-01') + 1) * 8`;

/** What is compared: days; of limits in hours minutes. */
const part = (moment: Sql) =>
  sql`date_trunc(case when limit_unit = 'gio' then 'minute' else 'day' end, ${moment})`;

/** A limit in hours whose last minute is today and still to come. */
const stillToCome = (now: Instant) => sql`due_at::date = ${now}::timestamptz::date
  and date_trunc('minute', due_at) >= date_trunc('minute', ${now}::timestamptz)`;

/** The day at whose end it is overdue when nothing happens; a limit in hours is over within its day. */
const overdueOn = (now: Instant | null) => sql`case
  when kind in ('citizen', 'payment', 'ended') then null
  when limit_unit = 'gio' and due_at::time < '23:59' and not (${now === null ? sql`false` : stillToCome(now)})
  then due_at::date
  else due_at::date + 1 end`;

const classAtBeginning = sql`case
  when kind = 'ended' then case
    when due_at is null or from_at = withdrawn_at or ${part(sql`from_at`)} = ${part(sql`due_at`)} then 3
    when from_at < due_at then 2 else 4 end
  when overdue_on <= day then 1 else 0 end`;

/** As a report sees them that looks back from a moment. */
export interface SeenAt {
  /** Legal time: what comes later is not known. */
  readonly now: Instant;
  /** A procedure that was corrected after this day is the one of before. */
  readonly last: CivilDate;
}

/** The dossiers themselves, with field and limit as they are, or as they were filed at the end of a day. */
function filedBy(dossierIds: readonly string[], seen: SeenAt | null): Sql {
  const known = sql`
    select d.id, d.agency_id, d.intake_office_id, d.field, d.channel, d.assisted, d.limit_unit, d.received_at,
           case when d.state = 'withdrawn' then d.ended_at end as withdrawn_at
      from dossiers.report_line d where d.id = any (${dossierIds}::uuid[])`;
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
 * What dossiers put into the counts, one row each: its line, the days of receipt and end, its standings. The rule of
 * it is `classAt` at the end of each day. `seen` null: as all of it is recorded.
 */
export function factsOf(dossierIds: readonly string[], seen: SeenAt | null): Sql {
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
                    select k.*, i.kind, i.from_at, i.due_at, greatest(i.from_at, k.received_at)::date as day,
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

/** The same with who handled what has ended; the rule of it is `handledBy`. */
export function handledFactsOf(dossierIds: readonly string[], passing: readonly string[]): Sql {
  return sql`
    select f.*, coalesce(h.office_id, ${NOBODY}) as handler_office_id, coalesce(h.account_id, ${NOBODY}) as handler_account_id
      from (${factsOf(dossierIds, null)}) f
      left join lateral (
        ${handledBy(sql`f.dossier_id`, sql`'infinity'::timestamptz`, passing)}
      ) h on f.ended_on is not null`;
}
