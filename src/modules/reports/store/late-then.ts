import { type RawBuilder, sql } from 'kysely';
import { addDays } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { afterDay, factsOf } from './facts.ts';
import { classOn, lastDay } from './period-parts.ts';
import { type PeriodAsked, standing } from './standing-rows.ts';
import { listUncounted } from './uncounted.ts';

type Sql = RawBuilder<unknown>;

/**
 * After `with`: `late`, the dossiers of a period (those of `countStanding`) that had ended late in it (`ended`), or were
 * open and overdue at its last moment, as they stood then by the legal clock, whatever happened since. From the counts
 * those that were late at all are known; where they cannot be added up every dossier is read.
 */
export async function lateThen(q: Queries, asked: PeriodAsked, now: Instant): Promise<Sql> {
  const { added, uncounted, scanned } = await listUncounted(q, asked, now);
  const known = addedUp({ ...asked, agencyIds: added }, uncounted, now);
  if (scanned.length === 0) return sql`${known}, late as (select dossier_id, ended from known_late)`;
  return sql`
    ${known}, ${standing({ ...asked, agencyIds: scanned, clock: 'legal' }, now)}, late as (
      select dossier_id, ended from known_late
      union all
      select id, class = 'late' from standing where class in ('late', 'overdue')
    )`;
}

function addedUp({ agencyIds, from, to }: PeriodAsked, uncounted: readonly string[], now: Instant): Sql {
  const [before, last] = [addDays(from, -1), lastDay({ to }, now)];
  return sql`
    skipped as materialized (
      select unnest(${uncounted}::uuid[]) as dossier_id
    ), ever_late as (
      select c.dossier_id, c.received_on, c.standings
        from reports.counted_dossier c join reports.line l on l.id = c.line_id
       where l.agency_id = any (${agencyIds}::uuid[]) and c.late_on <= ${last}::date
         and c.received_on <= ${last}::date and (c.ended_on is null or c.ended_on >= ${from}::date)
         and not exists (select from skipped s where s.dossier_id = c.dossier_id)
      union all
      select dossier_id, received_on, standings from (${factsOf(uncounted, { now, last }, 'legal')}) f
       where agency_id = any (${agencyIds}::uuid[]) and received_on <= ${last}::date
    ), known_late as (
      select dossier_id, stood & 7 = 4 as ended
        from ever_late cross join lateral (
          select max(standing) as stood from unnest(standings) standing
           where standing < ${afterDay(sql`${last}::date`)}) s
       where (stood & 7 = 1 or (stood & 7 = 4 and date '2000-01-01' + (stood >> 3) >= ${from}::date))
         and (received_on >= ${from}::date or ${classOn(before)} < 2)
    )`;
}
