import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CountedHandled, CountedMonth, CountedStanding } from '../rules/standing-at.ts';
import { addUpByMonth, addUpHandled, addUpStanding } from './add-up.ts';
import { scanByMonth, scanHandled, scanStanding } from './scan-standing.ts';
import type { PeriodAsked } from './standing-rows.ts';
import { listUncounted } from './uncounted.ts';

/**
 * The dossiers of a period by agency, field, channel and class: those received in it, and those from before that had not
 * ended when it began, with their class at its last moment, or at `now` where that comes first. Legal time; the rule of it is
 * `classAt`. Added up from what has been counted, with what has changed since; read one by one where that
 * is not there yet.
 */
export async function countStanding(
  q: Queries,
  asked: PeriodAsked,
  now: Instant,
): Promise<CountedStanding[]> {
  const uncounted = await uncountedOf(q, asked, now);
  return uncounted === null ? scanStanding(q, asked, now) : addUpStanding(q, asked, now, uncounted);
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
  const uncounted = await uncountedOf(q, asked, now);
  return uncounted === null
    ? scanHandled(q, asked, passing, now)
    : addUpHandled(q, asked, passing, now, uncounted);
}

/** The same dossiers by the month in which they were received. */
export async function countByMonth(q: Queries, asked: PeriodAsked, now: Instant): Promise<CountedMonth[]> {
  const uncounted = await uncountedOf(q, asked, now);
  return uncounted === null ? scanByMonth(q, asked, now) : addUpByMonth(q, asked, now, uncounted);
}

/** Only what the legal clock says is counted beforehand. */
async function uncountedOf(q: Queries, asked: PeriodAsked, now: Instant): Promise<readonly string[] | null> {
  return asked.clock === '766' ? null : listUncounted(q, asked, now);
}
