import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import { FIELD } from '#modules/certification/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CountedDossiers } from '../rules/timeliness.ts';
import type { PeriodAsked } from './standing-rows.ts';

/** `classOf` in SQL; the session's time zone is that of Viet Nam. */
const classAt = (now: Instant) => sql`case
  when ended_at is null then
    case when due_at is not null and state not in ('awaiting-supplement', 'awaiting-payment')
              and ${laterThanDue(sql`${now}::timestamptz`)} then 'overdue' else 'in-time' end
  when due_at is null or state = 'withdrawn' then 'on-time'
  when ${laterThanDue(sql`ended_at`)} then 'late'
  when limit_unit = 'gio' then
    case when date_trunc('minute', ended_at) < date_trunc('minute', due_at) then 'early' else 'on-time' end
  when ended_at::date < due_at::date then 'early'
  else 'on-time' end`;

const laterThanDue = (moment: ReturnType<typeof sql>) => sql`case when limit_unit = 'gio'
  then date_trunc('minute', ${moment}) > date_trunc('minute', due_at)
  else (${moment})::date > due_at::date end`;

/** How the dossiers of a period stand at `now` (legal time), by agency, channel and class; read one by one. */
export async function scanTimeliness(
  q: Queries,
  { agencyIds, from, to }: PeriodAsked,
  now: Instant,
): Promise<CountedDossiers[]> {
  const { rows } = await sql<CountedDossiers>`
    select agency_id as "agencyId", channel, field = ${FIELD} as "isCertified", ${classAt(now)} as class,
           count(*)::int as count
      from dossiers.report_timeliness
     where agency_id = any (${agencyIds}::uuid[])
       and received_at >= ${from}::date and received_at < ${to}::date + 1
     group by 1, 2, 3, 4`.execute(q);
  return rows;
}
