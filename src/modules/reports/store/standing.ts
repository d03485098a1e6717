import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CountedHandled, CountedMonth, CountedStanding } from '../rules/standing-at.ts';
import { handledBy, monthOf, type PeriodAsked, standing } from './standing-rows.ts';

/**
 * The dossiers of a period by agency, field, channel and class: those received in it, and those from before that had not
 * ended when it began, with their class at its last moment, or at `now` where that comes first. Legal time and clock; the
 * rule of it is `classAt`.
 */
export async function countStanding(
  q: Queries,
  asked: PeriodAsked,
  now: Instant,
): Promise<CountedStanding[]> {
  const { rows } = await sql<CountedStanding>`
    with ${standing(asked, now)}
    select agency_id as "agencyId", field, channel, assisted, before, class, count(*)::int as count
      from standing group by 1, 2, 3, 4, 5, 6`.execute(q);
  return rows;
}

/**
 * The same dossiers by who handled them: the last office that had it of those that are not only passed through (one-stop,
 * leadership: `passing`), and the last person there; whoever had it last where there is none.
 */
export async function countHandled(
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

/** The same dossiers by the month in which they were received. */
export async function countByMonth(q: Queries, asked: PeriodAsked, now: Instant): Promise<CountedMonth[]> {
  const { rows } = await sql<CountedMonth>`
    with ${standing(asked, now)}
    select ${monthOf(sql`received_at`)} as month, before, class, count(*)::int as count
      from standing group by 1, 2, 3 order by 1`.execute(q);
  return rows;
}
