import { sql } from 'kysely';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';

/** How a one-stop stands, for everybody who waits in its hall. Numbers of dossiers. */
export interface WallCounts {
  readonly receivedToday: number;
  readonly endedToday: number;
  readonly inHand: number;
  /** Results that wait to be fetched. */
  readonly ready: number;
}

export async function countWall(q: Queries, oneStopId: string, now: Instant): Promise<WallCounts> {
  const begins = sql`${dateOf(now)}::date::timestamptz`;
  const { rows } = await sql<WallCounts>`
    select (select count(*)::int from dossiers.report_timeliness
             where intake_office_id = ${oneStopId} and received_at >= ${begins} and received_at <= ${now}::timestamptz)
             as "receivedToday",
           (select count(*)::int from dossiers.report_timeliness d
             where intake_office_id = ${oneStopId} and ended_at >= ${begins}
               and id in (select dossier_id from dossiers.report_interval where kind = 'ended' and from_at >= ${begins}))
             as "endedToday",
           (select count(*)::int from dossiers.report_open where intake_office_id = ${oneStopId}) as "inHand",
           (select count(*)::int from dossiers.report_ready where office_id = ${oneStopId}) as ready`.execute(
    q,
  );
  const [row] = rows;
  if (!row) throw new Error('a row that is always there');
  return row;
}

export interface ReadyNumber {
  readonly number: string;
  readonly since: CivilDate;
}

/** Numbers of results that wait at a counter, the newest first: of the dossier, never of a person. */
export async function listReadyNumbers(
  q: Queries,
  oneStopId: string,
  most: number,
): Promise<readonly ReadyNumber[]> {
  const { rows } = await sql<ReadyNumber>`
    select short_number as number, ended_at::date as since from dossiers.report_ready
     where office_id = ${oneStopId} order by ended_at desc, id desc limit ${most}`.execute(q);
  return rows;
}
