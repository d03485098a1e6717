import { addDays, type CivilDate, dateOf, daysBetween } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';

/**
 * After so many days a result that nobody fetched is said to wait too long. No decree names a number: this one is
 * ours, each agency may set its own.
 */
export const UNFETCHED_DAYS = 30;
export const MOST_DAYS = 365;

/** Calendar days that a result has waited. */
export function daysWaited(endedAt: Instant, now: Instant): number {
  return daysBetween(dateOf(endedAt), dateOf(now));
}

/** A result from before this moment has waited at least so many days. */
export function unfetchedBefore(today: CivilDate, days: number): Instant {
  return `${addDays(today, 1 - days)}T00:00:00+07:00` as Instant;
}

/** `30`; null when it is no number of days that makes sense. */
export function readDays(typed: string): number | null {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}
