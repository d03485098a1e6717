import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';

/** More than so many are not looked at one by one while somebody waits. */
const MOST = 20_000;

/**
 * Dossiers that are not counted as a report of these days has to see them at `now` (legal time): changed since the last
 * count; with a limit in hours that is over later today; of another procedure after its last day than on it. Each of them
 * is looked at by itself. Null: nothing can be added up, for there are too many, of some it is not written down yet how
 * their time was spent, or the days are still to come.
 */
export async function listUncounted(
  q: Queries,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  now: Instant,
): Promise<readonly string[] | null> {
  if (from > now.slice(0, 10)) return null;
  const { rows } = await sql<{ id: string; isKnown: boolean }>`
    select u.id, not exists (select from dossiers.report_line d where d.id = u.id)
                 or exists (select from dossiers.report_interval i where i.dossier_id = u.id) as "isKnown"
      from (
        select dossier_id as id from (select dossier_id from reports.to_count limit ${MOST + 1}) noted
        union
        select id from dossiers.report_timeliness
         where coalesce(due_at, 'infinity') >= date_trunc('minute', ${now}::timestamptz)
           and coalesce(due_at, 'infinity') < ${now}::timestamptz::date + 1
           and limit_unit = 'gio' and ended_at is null
        union
        select dossier_id from dossiers.report_filing where corrected and at >= (${to}::date + 1)::timestamptz
      ) u`.execute(q);
  if (rows.length > MOST || rows.some(({ isKnown }) => !isKnown)) return null;
  return rows.map(({ id }) => id);
}

/** How many changes wait to be counted: reports look at each of them by itself until then. */
export async function countWaiting(q: Queries): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from reports.to_count`.execute(q);
  return rows[0]?.n ?? 0;
}
