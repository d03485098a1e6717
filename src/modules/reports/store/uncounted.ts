import { sql } from 'kysely';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';

/** More than so many are not looked at one by one while somebody waits. */
const MOST = 20_000;

/** How a report of some agencies is made. */
export interface Uncounted {
  /** Agencies whose counts are added up. */
  readonly added: readonly string[];
  /** Dossiers of theirs that are not counted as the report has to see them. */
  readonly uncounted: readonly string[];
  /** Agencies whose dossiers are read: too many have changed since they were counted, or the days are to come. */
  readonly scanned: readonly string[];
}

interface Days {
  readonly agencyIds: readonly string[];
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * What is not counted as a report of these days has to see it at `now` (legal time): dossiers changed since the last
 * count; with a limit in hours that is over later today, by either clock; of another procedure after the last day than
 * on it. Each of them is looked at by itself. Where too many of an agency have changed, that agency is read, no other.
 */
export async function listUncounted(
  q: Queries,
  { agencyIds, from, to }: Days,
  now: Instant,
): Promise<Uncounted> {
  if (from > dateOf(now)) return { added: [], uncounted: [], scanned: agencyIds };
  const { added, scanned } = await readable(q, agencyIds);
  const ofThem = sql`agency_id = any (${added}::uuid[])`;
  const within = (due: 'due_at' | 'national_due_at') => sql`
    ${sql.ref(due)} >= date_trunc('minute', ${now}::timestamptz) and ${sql.ref(due)} < ${now}::timestamptz::date + 1`;
  const { rows } = await sql<{ id: string }>`
    select dossier_id as id from reports.to_count where ${ofThem}
    union
    select id from dossiers.report_timeliness
     where ${ofThem} and limit_unit = 'gio' and ended_at is null
       and ((${within('due_at')}) or (${within('national_due_at')}))
    union
    select f.dossier_id from dossiers.report_filing f
     where f.corrected and f.at >= (${to}::date + 1)::timestamptz
       and exists (select from dossiers.report_line d where d.id = f.dossier_id and d.${ofThem})`.execute(q);
  return { added, scanned, uncounted: rows.map(({ id }) => id) };
}

/** Those with the fewest changes first, as long as they are not too many together. */
async function readable(q: Queries, agencyIds: readonly string[]) {
  const { rows } = await sql<{ id: string; waiting: number }>`
    select a.id, n.waiting
      from unnest(${agencyIds}::uuid[]) a (id)
      cross join lateral (select count(*)::int as waiting
        from (select from reports.to_count where agency_id = a.id limit ${MOST + 1}) noted) n
     order by n.waiting, a.id`.execute(q);
  let sum = 0;
  const isAdded = rows.map(({ waiting }) => {
    sum += waiting;
    return sum <= MOST;
  });
  const those = (wanted: boolean) => rows.filter((_, at) => isAdded[at] === wanted).map(({ id }) => id);
  return { added: those(true), scanned: those(false) };
}

/** Whether what is in the counts is nearly all there is, and of each dossier it is written down how its time was spent. */
export async function isCounted(q: Queries): Promise<boolean> {
  const { rows } = await sql<{ many: boolean; unknown: boolean }>`
    with noted as materialized (select dossier_id from reports.to_count limit ${MOST + 1})
    select (select count(*) from noted) > ${MOST} as many,
           exists (select from noted n join dossiers.report_line d on d.id = n.dossier_id
                    where not exists (select from dossiers.report_interval i where i.dossier_id = d.id)) as unknown`.execute(
    q,
  );
  return rows.every(({ many, unknown }) => !many && !unknown);
}

/** How many changes wait to be counted: reports look at each of them by itself until then. */
export async function countWaiting(q: Queries): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from reports.to_count`.execute(q);
  return rows[0]?.n ?? 0;
}
