import type { Instant } from '#kernel/instant.ts';
import { isPast } from '#kernel/working-time/office-day.ts';

/**
 * What every screen of open work means by *quá hạn*: the legal clock runs and the due minute is over (legal time; at that minute it
 * is not yet late). What waits for the applicant is never overdue; a date promised with an apology changes nothing. In SQL:
 * `store/overdue.ts`. Reports of a period class by date (`kernel/working-time/timeliness.ts`, deadlines.md).
 */
export function isOverdue(
  { runs, dueAt }: { readonly runs: boolean; readonly dueAt: Instant | null },
  now: Instant,
): boolean {
  return runs && dueAt !== null && isPast(dueAt, now);
}
