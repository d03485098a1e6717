import { civilDateOfDayNumber, dayNumber } from '../civil-date.ts';
import type { Instant } from '../instant.ts';

/**
 * The clock of due dates counts whole minutes of Vietnamese local time since 1970-01-01T00:00+07:00; seconds
 * of a moment of receipt are cut off (deadlines.md).
 */
export type LocalMinute = number;

export const MINUTES_OF_DAY = 1440;

/** The minute a moment lies in; seconds are cut off. */
export function minuteOfInstant(instant: Instant): LocalMinute {
  return dayNumber(instant) * MINUTES_OF_DAY + two(instant, 11) * 60 + two(instant, 14);
}

/**
 * The first whole minute at or after a moment. Bounds of a pause are read so: a whole minute `t` lies in
 * `[from, to)` exactly when it lies between the bounds rounded up.
 */
export function minuteAtOrAfter(instant: Instant): LocalMinute {
  return minuteOfInstant(instant) + (two(instant, 17) > 0 ? 1 : 0);
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

export function instantOfMinute(minute: LocalMinute): Instant {
  const day = Math.floor(minute / MINUTES_OF_DAY);
  return `${civilDateOfDayNumber(day)}T${timeOfMinutes(minute - day * MINUTES_OF_DAY)}:00+07:00` as Instant;
}

const times: string[] = [];

/** `08:05` of 485. 1440 is `24:00`. */
export function timeOfMinutes(minutes: number): string {
  const kept = times[minutes];
  if (kept !== undefined) return kept;
  const text = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  times[minutes] = text;
  return text;
}

/** 485 of `08:05`. Throws a RangeError when the text is no time of day (`24:00` is the end of a day). */
export function minutesOfTime(time: string): number {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (found) return Number(found[1]) * 60 + Number(found[2]);
  if (time === '24:00') return MINUTES_OF_DAY;
  throw new RangeError(`not a time of day: ${time}`);
}
