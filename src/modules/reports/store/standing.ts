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
 * `classAt`. Added up from what has been counted, with what has changed since; of an agency of which that is not there
 * yet read one by one.
 */
export async function countStanding(
  q: Queries,
  asked: PeriodAsked,
  now: Instant,
): Promise<CountedStanding[]> {
  const { uncounted, known, unknown } = await partsOf(q, asked, now);
  return [...(await addUpStanding(q, known, now, uncounted)), ...(await scanStanding(q, unknown, now))];
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
  const { uncounted, known, unknown } = await partsOf(q, asked, now);
  return [
    ...(await addUpHandled(q, known, passing, now, uncounted)),
    ...(await scanHandled(q, unknown, passing, now)),
  ];
}

/** The same dossiers by the month in which they were received. */
export async function countByMonth(q: Queries, asked: PeriodAsked, now: Instant): Promise<CountedMonth[]> {
  const { uncounted, known, unknown } = await partsOf(q, asked, now);
  return [...(await addUpByMonth(q, known, now, uncounted)), ...(await scanByMonth(q, unknown, now))];
}

/** The period of those agencies that are added up, and of those whose dossiers have to be read. */
async function partsOf(q: Queries, asked: PeriodAsked, now: Instant) {
  const { uncounted, added, scanned } = await listUncounted(q, asked, now);
  return { uncounted, known: { ...asked, agencyIds: added }, unknown: { ...asked, agencyIds: scanned } };
}
