import { type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { ReportClock } from '../rules/report-table.ts';
import { afterRequests, className, classNumber, clockColumns } from './class-sql.ts';

export interface PeriodAsked {
  readonly agencyIds: readonly string[];
  readonly from: CivilDate;
  /** Included. */
  readonly to: CivilDate;
  /** Left out: that of the law. */
  readonly clock?: ReportClock;
}

/** Of the dossier `k`: in which interval it stood. */
const standingAt = (moment: RawBuilder<unknown>, clock: ReportClock) => sql`
  select i.kind, i.from_at, ${clockColumns[clock]} from dossiers.report_interval i
   where i.dossier_id = k.id and i.from_at <= ${moment} order by i.seq desc limit 1`;

/** `withdrawn_at`: of a withdrawal its end; an end before it was a result that was taken back. */
const hasEnded = sql`kind = 'ended'`;
const classed = className(
  afterRequests(
    hasEnded,
    classNumber({
      hasEnded,
      due: sql`due_at`,
      ended: sql`from_at`,
      withdrawn: sql`coalesce(from_at = withdrawn_at, false)`,
      waits: sql`kind in ('citizen', 'payment')`,
      at: sql`last`,
    }),
  ),
);

const columns = sql`d.id, d.agency_id, d.channel, d.assisted, d.name, d.procedure_name, d.received_at,
  coalesce(c.field, d.field) as field, case when c.dossier_id is null then d.limit_unit else c.limit_unit end as limit_unit,
  case when d.state = 'withdrawn' then d.ended_at end as withdrawn_at`;

/**
 * `standing`: a row for each dossier of the period, with its field, class, due date and end (null: open) as they stood at
 * `last`. To be written after `with`.
 */
export function standing(
  { agencyIds, from, to, clock = 'legal' }: PeriodAsked,
  now: Instant,
): RawBuilder<unknown> {
  const begins = sql`${from}::date::timestamptz`;
  const last = lastMoment({ to }, now);
  const ofAgencies = sql`d.agency_id = any (${agencyIds}::uuid[])`;
  return sql`
    refiled as materialized (
      select distinct on (f.dossier_id) f.dossier_id, f.field, f.limit_unit
        from dossiers.report_filing f
       where f.at <= ${last}
         and f.dossier_id in (select dossier_id from dossiers.report_filing where corrected and at > ${last})
       order by f.dossier_id, f.seq desc
    ), known as (
      select ${columns}, false as before
        from dossiers.report_timeliness d left join refiled c on c.dossier_id = d.id
       where ${ofAgencies} and d.received_at >= ${begins} and d.received_at <= ${last}
      union all
      select ${columns}, true
        from dossiers.report_timeliness d left join refiled c on c.dossier_id = d.id
       where ${ofAgencies} and d.received_at < ${begins} and (d.ended_at is null or d.ended_at >= ${begins})
    ), stood as (
      select k.*, e.*, ${last} as last
        from known k cross join lateral (${standingAt(last, clock)}) e
       where not k.before
          or (select kind from (${standingAt(sql`${begins} - interval '1 second'`, clock)}) b) <> 'ended'
    ), standing as (
      select id, agency_id, field, channel, assisted, name, procedure_name, received_at, before, due_at, last,
             case when kind = 'ended' then from_at end as ended_at, ${classed} as class
        from stood
    )`;
}

/** The last moment that a report of a period looks at: its own, or now. */
export const lastMoment = ({ to }: Pick<PeriodAsked, 'to'>, now: Instant): RawBuilder<unknown> =>
  sql`least((${to}::date + 1)::timestamptz - interval '1 second', ${now}::timestamptz)`;

/** Who handled a dossier, until a moment: `office_id` and `account_id`. */
export function handledBy(
  dossierId: RawBuilder<unknown>,
  until: RawBuilder<unknown>,
  passing: readonly string[],
): RawBuilder<unknown> {
  return sql`
    select i.office_id, i.account_id from dossiers.report_interval i
     where i.dossier_id = ${dossierId} and i.from_at <= ${until} and i.office_id is not null and i.kind <> 'other-office'
     order by i.office_id = any (${passing}::uuid[]), i.account_id is null, i.seq desc limit 1`;
}

/** `2022-07`; the session's time zone is that of Viet Nam. */
export const monthOf = (moment: RawBuilder<unknown>) => sql`to_char(${moment}, 'YYYY-MM')`;
