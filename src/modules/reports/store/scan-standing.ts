import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CountedHandled, CountedMonth, CountedStanding } from '../rules/standing-at.ts';
import { handledBy, monthOf, type PeriodAsked, standing } from './standing-rows.ts';

/** `countStanding`, every dossier read: exact whatever has been counted before, and slow where there are very many. */
export async function scanStanding(q: Queries, asked: PeriodAsked, now: Instant): Promise<CountedStanding[]> {
  const { rows } = await sql<CountedStanding>`
    with ${standing(asked, now)}
    select agency_id as "agencyId", field, channel, assisted, before, class, count(*)::int as count
      from standing group by 1, 2, 3, 4, 5, 6`.execute(q);
  return rows;
}

/** `countHandled` in the same way. */
export async function scanHandled(
  q: Queries,
  asked: PeriodAsked,
  passing: readonly string[],
  now: Instant,
): Promise<CountedHandled[]> {
  const { rows } = await sql<CountedHandled>`
    with ${standing(asked, now)}
    select h.office_id as "officeId", h.account_id as "accountId", before, class, count(*)::int as count
      from standing s left join lateral (${handledBy(sql`s.id`, sql`s.last`, passing)}) h on true
     group by 1, 2, 3, 4`.execute(q);
  return rows;
}

/** `countByMonth` in the same way. */
export async function scanByMonth(q: Queries, asked: PeriodAsked, now: Instant): Promise<CountedMonth[]> {
  const { rows } = await sql<CountedMonth>`
    with ${standing(asked, now)}
    select ${monthOf(sql`received_at`)} as month, before, class, count(*)::int as count
      from standing group by 1, 2, 3 order by 1`.execute(q);
  return rows;
}
