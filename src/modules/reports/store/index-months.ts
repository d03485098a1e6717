import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { nextMonth, type ScoredLevel, scoredDossiers } from './index-points.ts';

/** Points of somebody's dossiers by an index, and how many were scored. */
export interface IndexPoints {
  readonly agencyId: string;
  readonly level: ScoredLevel;
  readonly subjectId: string;
  readonly index: number;
  readonly points: number;
  readonly scored: number;
}

interface MonthOfAgency {
  readonly agencyId: string;
  /** Its first day. */
  readonly month: CivilDate;
}

/** Months of an agency in which something has changed since they were counted, those of one agency together. */
export async function listMonthsToCount(q: Queries): Promise<MonthOfAgency[]> {
  const { rows } = await sql<MonthOfAgency>`
    select distinct agency_id as "agencyId", month from reports.index_to_count order by 1, 2`.execute(q);
  return rows;
}

/**
 * Counts a month of an agency anew. What notes its changes goes first: what comes after it is noted again, and what came
 * before it is seen. A month stays noted while the time of a dossier of it is not written down yet.
 */
export async function countMonth(tx: Tx, { agencyId, month }: MonthOfAgency): Promise<void> {
  const next = nextMonth(month);
  await sql`
    delete from reports.index_to_count n
     where n.agency_id = ${agencyId}::uuid and n.month = ${month}::date and not exists (
             select from dossiers.report_ended d
              where d.agency_id = ${agencyId}::uuid
                and d.ended_at >= ${month}::date::timestamptz and d.ended_at < ${next}::date::timestamptz
                and not exists (select from dossiers.report_interval i where i.dossier_id = d.id))`.execute(
    tx,
  );
  await sql`delete from reports.index_month where agency_id = ${agencyId}::uuid and month = ${month}::date`.execute(
    tx,
  );
  await sql`
    insert into reports.index_month (month, agency_id, level, subject_id, index, points, scored)
    with ${scoredDossiers(agencyId, month, next)}, filed as (
      select count(*) filter (where channel = 'online')::int as online, count(*)::int as received
        from dossiers.report_timeliness
       where agency_id = ${agencyId}::uuid
         and received_at >= ${month}::date::timestamptz and received_at < ${next}::date::timestamptz
    )
    select ${month}::date, ${agencyId}::uuid, level, subject_id, index, sum(points), count(*)
      from point group by level, subject_id, index
    union all
    select ${month}::date, ${agencyId}::uuid, 'agency', ${agencyId}::uuid, 9, online, received
      from filed where received > 0`.execute(tx);
}

/** All that had changed until a moment of legal time has been counted. */
export async function noteCounted(q: Queries, at: Instant): Promise<void> {
  await sql`
    insert into reports.index_run (at) values (${at}::timestamptz)
    on conflict (only_one) do update set at = excluded.at`.execute(q);
}

/** Until which legal moment all is counted; null: it has not been yet. */
export async function lastCounted(q: Queries): Promise<Instant | null> {
  const row = await q.selectFrom('reports.index_run').select('at').executeTakeFirst();
  return row?.at ?? null;
}

/** Sums of whole months; offices and officers only where one agency is asked for. */
export async function sumPoints(
  q: Queries,
  { agencyIds, from, to }: { agencyIds: readonly string[]; from: CivilDate; to: CivilDate },
): Promise<IndexPoints[]> {
  const { rows } = await sql<IndexPoints>`
    select agency_id as "agencyId", level, subject_id as "subjectId", index, sum(points)::int as points,
           sum(scored)::int as scored
      from reports.index_month
     where agency_id = any (${[...agencyIds]}::uuid[]) and (level = 'agency' or ${agencyIds.length === 1})
       and month >= ${from}::date and month <= ${to}::date
     group by 1, 2, 3, 4`.execute(q);
  return rows;
}
