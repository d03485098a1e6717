import { civilDateOfDayNumber, dateOf, dayNumber } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Pause, Remaining } from '#kernel/working-time/limit.ts';
import { planSteps } from '#kernel/working-time/step-plan.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';

export interface PromisedDate {
  readonly dueAt: Instant | null;
  /** Working days left while it stands still. */
  readonly remaining: Remaining | null;
}

/**
 * A date that the software before promised, moved only by the times in which it waited for the citizen: as many
 * working days as were left when the wait began run from its end. What was late before stays late. Vietnamese dates.
 */
export function promisedDate(
  calendar: WorkCalendar,
  promised: Instant | null,
  pauses: readonly Pause[],
): PromisedDate {
  let dueAt = promised;
  for (const { from, to } of pauses) {
    if (dueAt === null || from >= dueAt) continue;
    const left = countingDaysBetween(calendar, from, dueAt);
    if (to === null) return { dueAt: null, remaining: { value: left, unit: 'ngay_lam_viec' } };
    dueAt = daysLater(calendar, to, left, dueAt);
  }
  return { dueAt, remaining: null };
}

function countingDaysBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  let days = 0;
  for (let day = dayNumber(dateOf(from)) + 1; day <= dayNumber(dateOf(to)); day += 1)
    if (calendar.counts(day)) days += 1;
  return days;
}

/** At the time of day that was promised; never before the wait ended, and never earlier than promised. */
function daysLater(calendar: WorkCalendar, from: Instant, days: number, promised: Instant): Instant {
  let day = dayNumber(dateOf(from));
  for (let left = days; left > 0 || !calendar.counts(day); ) {
    day += 1;
    if (calendar.counts(day) && left > 0) left -= 1;
  }
  const moved = `${civilDateOfDayNumber(day)}${promised.slice(10)}` as Instant;
  return moved > promised ? moved : promised;
}

/** When each step should be finished: the time from the take-over to the promised moment, shared. */
export function planToPromise(
  calendar: WorkCalendar,
  takenOverAt: Instant,
  dueAt: Instant | null,
  shares: readonly number[],
  pauses: readonly Pause[] = [],
): readonly (Instant | null)[] {
  if (dueAt !== null && dueAt <= takenOverAt) return shares.map(() => dueAt);
  return planSteps(calendar, { due: dueAt, effectiveReceipt: takenOverAt }, shares, pauses);
}
