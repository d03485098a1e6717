import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CountedStanding } from '../rules/standing-at.ts';

export interface PeriodAsked {
  readonly agencyIds: readonly string[];
  readonly from: CivilDate;
  /** Included. */
  readonly to: CivilDate;
}

/** What is compared: days; of limits in hours minutes. */
const part = (moment: ReturnType<typeof sql>) =>
  sql`date_trunc(case when limit_unit = 'gio' then 'minute' else 'day' end, ${moment})`;

/** Of the dossier `k`: in which interval it stood. */
const standingAt = (moment: ReturnType<typeof sql>) => sql`
  select i.kind, i.from_at, i.due_at from dossiers.report_interval i
   where i.dossier_id = k.id and i.from_at <= ${moment} order by i.seq desc limit 1`;

const classed = sql`case
  when kind = 'ended' then case
    when due_at is null or state = 'withdrawn' or ${part(sql`from_at`)} = ${part(sql`due_at`)} then 'on-time'
    when from_at < due_at then 'early' else 'late' end
  when kind in ('citizen', 'payment') or due_at is null or ${part(sql`last`)} <= ${part(sql`due_at`)} then 'in-time'
  else 'overdue' end`;

/**
 * The dossiers of a period by agency, field and channel: those received in it, and those from before that had not ended
 * when it began, with their class at its last moment, or at `now` where that comes first. Legal time and clock; the rule
 * of it is `classAt`.
 */
export async function countStanding(
  q: Queries,
  { agencyIds, from, to }: PeriodAsked,
  now: Instant,
): Promise<CountedStanding[]> {
  const begins = sql`${from}::date::timestamptz`;
  const last = sql`least((${to}::date + 1)::timestamptz - interval '1 second', ${now}::timestamptz)`;
  const ofAgencies = sql`d.agency_id = any (${agencyIds}::uuid[])`;
  const { rows } = await sql<CountedStanding>`
    with known as (
      select d.*, false as before
        from dossiers.report_timeliness d
       where ${ofAgencies} and d.received_at >= ${begins} and d.received_at <= ${last}
      union all
      select d.*, true from dossiers.report_timeliness d
       where ${ofAgencies} and d.received_at < ${begins} and (d.ended_at is null or d.ended_at >= ${begins})
    ), standing as (
      select k.agency_id, k.field, k.channel, k.before, k.limit_unit, k.state, e.*, ${last} as last
        from known k cross join lateral (${standingAt(last)}) e
       where not k.before
          or (select kind from (${standingAt(sql`${begins} - interval '1 second'`)}) b) <> 'ended'
    )
    select agency_id as "agencyId", field, channel, before, ${classed} as class, count(*)::int as count
      from standing group by 1, 2, 3, 4, 5`.execute(q);
  return rows;
}
