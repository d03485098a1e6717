import type { Instant } from '../instant.ts';
import { effectiveReceipt } from './effective-receipt.ts';
import { walkOfficeMinutes } from './hour-limit.ts';
import type { Pause } from './limit.ts';
import { instantOfMinute, type LocalMinute, MINUTES_OF_DAY, minuteOfInstant } from './local-minute.ts';
import { type PausedTime, pausedTimes } from './pauses.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * Office minutes of counting days from one moment to another, paused minutes left out; negative when `to` is
 * the earlier. Seconds are cut off. Between touching intervals it sums exactly.
 */
export function officeMinutesBetween(
  calendar: WorkCalendar,
  from: Instant,
  to: Instant,
  pauses: readonly Pause[] = [],
): number {
  const [start, end] = [minuteOfInstant(from), minuteOfInstant(to)];
  const paused = pausedTimes(pauses);
  return start <= end
    ? minutesBetween(calendar, start, end, paused)
    : -minutesBetween(calendar, end, start, paused);
}

function minutesBetween(
  calendar: WorkCalendar,
  start: LocalMinute,
  end: LocalMinute,
  paused: readonly PausedTime[],
): number {
  let total = 0;
  for (let day = Math.floor(start / MINUTES_OF_DAY); day * MINUTES_OF_DAY < end; day += 1) {
    if (!calendar.counts(day)) continue;
    for (const span of calendar.hoursOn(day).spans) {
      const from = Math.max(start, day * MINUTES_OF_DAY + span.from);
      const to = Math.min(end, day * MINUTES_OF_DAY + span.to);
      if (to > from) total += to - from - pausedWithin(paused, from, to);
    }
  }
  return total;
}

function pausedWithin(paused: readonly PausedTime[], from: LocalMinute, to: LocalMinute): number {
  let total = 0;
  for (const pause of paused) total += Math.max(0, Math.min(to, pause.to) - Math.max(from, pause.from));
  return total;
}

/**
 * The moment at which the given number of office minutes is consumed (480 are the 8 hours a submission may
 * wait for reception); 0 gives the first moment of office hours. Throws a RangeError on a negative number.
 */
export function addOfficeMinutes(calendar: WorkCalendar, from: Instant, minutes: number): Instant {
  const end = addOfficeMinutesUnlessPaused(calendar, from, minutes, []);
  if (end === null) throw new RangeError('without a pause every minute is consumed');
  return end;
}

/** As `addOfficeMinutes`, skipping paused minutes; null while a pause without end stands before the end. */
export function addOfficeMinutesUnlessPaused(
  calendar: WorkCalendar,
  from: Instant,
  minutes: number,
  pauses: readonly Pause[],
): Instant | null {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`not office minutes: ${minutes}`);
  const walk = {
    calendar,
    paused: pausedTimes(pauses),
    start: effectiveReceipt(calendar, minuteOfInstant(from)),
    derivation: null,
  };
  const end = walkOfficeMinutes(walk, minutes);
  return end.due === null ? null : instantOfMinute(end.due);
}

/** Office minutes of a fraction of a working day: 0.25 day of an office with 480 minutes is 120. */
export function officeMinutesOfDays(calendar: WorkCalendar, days: number, on: Instant): number {
  const day = Math.floor(minuteOfInstant(on) / MINUTES_OF_DAY);
  return Math.round(days * calendar.hoursOn(day).minutes);
}
