import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { PeriodAsked } from './standing-rows.ts';

export interface RegisterNumbers {
  /** Numbers of the registers of the one-stops. */
  readonly numbers: number;
  /** Of them those whose acceptance was annulled: they stay used, and count in no table. */
  readonly annulled: number;
}

/**
 * What the registers of dossiers hold for the days of a period, until `now` (legal time). What was received is counted from
 * an index alone; what stands in no register is taken off.
 */
export async function countRegister(
  q: Queries,
  { agencyIds, from, to }: PeriodAsked,
  now: Instant,
): Promise<RegisterNumbers> {
  const within = sql`
    where agency_id = any (${agencyIds}::uuid[]) and received_at >= ${from}::date::timestamptz
      and received_at < (${to}::date + 1)::timestamptz and received_at <= ${now}::timestamptz`;
  const { rows } = await sql<RegisterNumbers>`
    select ((select count(*) from dossiers.report_received ${within})
            - (select count(*) from dossiers.report_unnumbered ${within}))::int as numbers,
           (select count(*) from dossiers.report_annulled ${within})::int as annulled`.execute(q);
  return rows[0] ?? { numbers: 0, annulled: 0 };
}
