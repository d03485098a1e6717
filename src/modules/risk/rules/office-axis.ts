import type { Instant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';

/** Where a moment lies on the line of working minutes; the difference of two is the working time between them. */
export type Axis = (at: Instant) => number;

/**
 * The line of office minutes of one calendar, from the day given (legal time, Viet Nam). Each day is measured once, so
 * thousands of passages cost little more than their days; `axis(b) - axis(a)` is `officeMinutesBetween(a, b)`.
 */
export function officeAxis(calendar: WorkCalendar, from: Instant): Axis {
  const first = `${from.slice(0, 10)}T00:00:00+07:00` as Instant;
  const before = new Map<string, number>();
  return (at) => {
    const day = at.slice(0, 10);
    const midnight = `${day}T00:00:00+07:00` as Instant;
    let minutes = before.get(day);
    if (minutes === undefined) {
      minutes = officeMinutesBetween(calendar, first, midnight);
      before.set(day, minutes);
    }
    return minutes + officeMinutesBetween(calendar, midnight, at);
  };
}

/** Every minute counts, day and night: for logs that no office hours explain. */
export const clockAxis: Axis = (at) => Math.floor(Date.parse(at) / 60_000);
