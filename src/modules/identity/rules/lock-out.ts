import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';

/** TCVN 14423:2026 5.5: five wrong tries; the lock ends by itself after 15 minutes. */
export const WRONG_TRIES = 5;
export const LOCK_MINUTES = 15;
const WINDOW_MS = LOCK_MINUTES * 60_000;

/**
 * Until when signing in is locked, or null. `wrongTries`: machine moments of wrong tries, oldest first, without
 * those made during a lock (they do not lengthen it). Five within 15 minutes lock for 15 minutes from the fifth.
 */
export function lockedUntil(wrongTries: readonly Instant[], machineNow: Instant): Instant | null {
  const last = wrongTries.at(-1);
  const fifth = wrongTries.at(-WRONG_TRIES);
  if (last === undefined || fifth === undefined) return null;
  const end = msOfInstant(last) + WINDOW_MS;
  if (msOfInstant(last) - msOfInstant(fifth) >= WINDOW_MS || msOfInstant(machineNow) >= end) return null;
  return instantOfMs(end);
}

/** Whole minutes until then, at least one: for the sentence on the page. */
export function minutesUntil(end: Instant, now: Instant): number {
  return Math.max(1, Math.ceil((msOfInstant(end) - msOfInstant(now)) / 60_000));
}
