import { addDays, type CivilDate, dayNumber } from '../civil-date.ts';
import type { Instant } from '../instant.ts';
import { instantOfMinute, MINUTES_OF_DAY } from './local-minute.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** Is a moment over? At the minute itself it is not yet; seconds are cut off. */
export const isPast = (moment: Instant, now: Instant) => now.slice(0, 16) > moment.slice(0, 16);

/** When office hours begin on a day, Vietnamese time; midnight of a day without any. */
export function openingOf(calendar: WorkCalendar, day: CivilDate): Instant {
  return minuteOf(day, calendar.hoursOn(dayNumber(day)).spans[0]?.from ?? 0);
}

/** When office hours are over on a day, Vietnamese time, also of one that does not count. */
export function closingOf(calendar: WorkCalendar, day: CivilDate): Instant {
  return minuteOf(day, calendar.hoursOn(dayNumber(day)).closing);
}

/** The day itself where it counts, or the last one before it that does. */
export function lastCountingDay(calendar: WorkCalendar, day: CivilDate): CivilDate {
  let last = day;
  while (!calendar.counts(dayNumber(last))) last = addDays(last, -1);
  return last;
}

/** The first counting day after a day. */
export function nextCountingDay(calendar: WorkCalendar, day: CivilDate): CivilDate {
  let next = addDays(day, 1);
  while (!calendar.counts(dayNumber(next))) next = addDays(next, 1);
  return next;
}

const minuteOf = (day: CivilDate, minute: number) =>
  instantOfMinute(dayNumber(day) * MINUTES_OF_DAY + minute);
