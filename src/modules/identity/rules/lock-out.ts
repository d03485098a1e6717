import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';

/** For one account. TCVN 14423:2026 5.5: five wrong tries; the lock ends by itself after 15 minutes. */
export const WRONG_TRIES = 5;
/**
 * From one address, whatever the accounts. An office has one address, and behind a proxy that is not named in
 * TRUST_PROXY so has everybody: a morning's mistyped passwords must not shut an office out, a list of leaked
 * names tried through must.
 */
export const WRONG_TRIES_OF_ADDRESS = 50;
export const LOCK_MINUTES = 15;
const WINDOW_MS = LOCK_MINUTES * 60_000;

/**
 * Until when signing in is locked, or null. `wrongTries`: machine moments of wrong tries, oldest first, without
 * those made during a lock (they do not lengthen it). `most` within 15 minutes lock for 15 minutes from the last.
 */
export function lockedUntil(
  wrongTries: readonly Instant[],
  machineNow: Instant,
  most = WRONG_TRIES,
): Instant | null {
  const last = wrongTries.at(-1);
  const first = wrongTries.at(-most);
  if (last === undefined || first === undefined) return null;
  const end = msOfInstant(last) + WINDOW_MS;
  if (msOfInstant(last) - msOfInstant(first) >= WINDOW_MS || msOfInstant(machineNow) >= end) return null;
  return instantOfMs(end);
}

/** Whole minutes until then, at least one: for the sentence on the page. */
export function minutesUntil(end: Instant, now: Instant): number {
  return Math.max(1, Math.ceil((msOfInstant(end) - msOfInstant(now)) / 60_000));
}
