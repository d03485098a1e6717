import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import { FIELD } from '#modules/certification/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CountedDossiers } from '../rules/timeliness.ts';
import { className, classNumber } from './class-sql.ts';
import type { PeriodAsked } from './standing-rows.ts';

/** Of a row of `report_timeliness`, as it stands at `now` (legal time). */
export const classOfRow = (now: Instant) =>
  classNumber({
    due: sql`due_at`,
    ended: sql`ended_at`,
    hasEnded: sql`ended_at is not null`,
    withdrawn: sql`state = 'withdrawn'`,
    waits: sql`state in ('awaiting-supplement', 'awaiting-payment')`,
    at: sql`${now}::timestamptz`,
  });

/** How the dossiers of a period stand at `now` (legal time), by agency, channel and class; read one by one. */
export async function scanTimeliness(
  q: Queries,
  { agencyIds, from, to }: PeriodAsked,
  now: Instant,
): Promise<CountedDossiers[]> {
  const { rows } = await sql<CountedDossiers>`
    select agency_id as "agencyId", channel, field = ${FIELD} as "isCertified", ${className(classOfRow(now))} as class,
           count(*)::int as count
      from dossiers.report_timeliness
     where agency_id = any (${agencyIds}::uuid[])
       and received_at >= ${from}::date and received_at < ${to}::date + 1
     group by 1, 2, 3, 4`.execute(q);
  return rows;
}
