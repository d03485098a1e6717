import { addDays, dateOf, timeOf } from '#kernel/civil-date.ts';
import { type Instant, instant, msOfInstant } from '#kernel/instant.ts';

/** After a try that failed: a stick that is put in, a disk that is cleared, helps within the hour. */
const AGAIN_AFTER_MS = 3_600_000;
const DAY_MS = 86_400_000;

export interface Tries {
  readonly lastTry: Instant | null;
  readonly lastWhole: Instant | null;
}

/**
 * Is the daily backup due? From `at` (Vietnamese time, `18:30`) on, until one that began after it is whole; so a
 * machine that was off at that hour makes up for it when it is on again. After a failure the next try waits an
 * hour. All moments are machine time.
 */
export function isBackupDue(at: string, now: Instant, { lastTry, lastWhole }: Tries): boolean {
  if (lastWhole !== null && lastWhole >= dueSince(at, now)) return false;
  return (
    lastTry === null || msOfInstant(now) - msOfInstant(lastTry) >= AGAIN_AFTER_MS || lastTry === lastWhole
  );
}

/** The latest moment at which a backup was to begin. */
function dueSince(at: string, now: Instant): Instant {
  const today = dateOf(now);
  return instant(`${timeOf(now) >= at ? today : addDays(today, -1)}T${at}`);
}

export type BackupAge = 'fresh' | 'running' | 'old' | 'none';

/**
 * What the health page says: red when the last whole backup began more than a day ago or there is none; while
 * the next one runs, it says so.
 */
export function backupAge(lastWhole: Instant | null, now: Instant, running: boolean): BackupAge {
  if (lastWhole !== null && msOfInstant(now) - msOfInstant(lastWhole) <= DAY_MS) return 'fresh';
  if (running) return 'running';
  return lastWhole === null ? 'none' : 'old';
}
