import type { Instant } from '../instant.ts';
import type { DueDate } from './due-date.ts';
import type { Pause } from './limit.ts';
import { addOfficeMinutesUnlessPaused, officeMinutesBetween } from './office-minutes.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * The planned end of each step of a process: its share of the office minutes between the effective receipt and
 * the due moment, added to the steps before it, paused minutes skipped. The last step ends at the due moment.
 * Every moment is null while there is no due date. Throws a RangeError when the shares do not sum to 1.
 */
export function planSteps(
  calendar: WorkCalendar,
  due: Pick<DueDate, 'due' | 'effectiveReceipt'>,
  shares: readonly number[],
  pauses: readonly Pause[] = [],
): readonly (Instant | null)[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6 || shares.some((share) => share < 0))
    throw new RangeError(`shares of a limit sum to 1, not ${sum}`);
  const end = due.due;
  if (end === null) return shares.map(() => null);
  const total = officeMinutesBetween(calendar, due.effectiveReceipt, end, pauses);
  let used = 0;
  return shares.map((share, index) => {
    used += share;
    if (index === shares.length - 1) return end;
    return addOfficeMinutesUnlessPaused(calendar, due.effectiveReceipt, Math.round(total * used), pauses);
  });
}
