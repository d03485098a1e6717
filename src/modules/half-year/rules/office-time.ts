import { type CivilDate, civilDateOfDayNumber, dayNumber } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';

/** Days on which the software stood still: nothing could be pressed (demo only). */
export const failureDays: readonly CivilDate[] = ['2022-03-15', '2022-03-16'] as CivilDate[];

const two = (value: number) => String(value).padStart(2, '0');

/** A legal moment as seconds of a day; Vietnamese time. */
export interface Moment {
  readonly day: number;
  readonly second: number;
}

export function momentOf(at: Instant): Moment {
  const [hour, minute, second] = [at.slice(11, 13), at.slice(14, 16), at.slice(17, 19)].map(Number);
  return { day: dayNumber(at), second: (hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0) };
}

export function instantOf({ day, second }: Moment): Instant {
  const time = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return instant(`${civilDateOfDayNumber(day)}T${time}`);
}

const down = new Set(failureDays.map(dayNumber));
export const works = (calendar: WorkCalendar, day: number) => calendar.counts(day) && !down.has(day);

const never = () => false;

/**
 * `seconds` of office time after a moment, of days on which the office works and the software too; without the days
 * (by number) on which somebody is away.
 */
export function officeTimeAfter(
  calendar: WorkCalendar,
  from: Instant,
  seconds: number,
  isAway: (day: number) => boolean = never,
): Instant {
  let { day, second } = momentOf(from);
  let left = Math.max(0, Math.round(seconds));
  for (;;) {
    if (works(calendar, day) && !isAway(day))
      for (const span of calendar.hoursOn(day).spans) {
        const start = Math.max(second, span.from * 60);
        const room = span.to * 60 - start;
        if (room <= 0) continue;
        if (left < room) return instantOf({ day, second: start + left });
        left -= room;
      }
    day += 1;
    second = 0;
  }
}

/** Office seconds between two moments; 0 when the second is not later. */
export function officeSeconds(calendar: WorkCalendar, from: Instant, to: Instant): number {
  const [start, end] = [momentOf(from), momentOf(to)];
  let sum = 0;
  for (let { day } = start; day <= end.day; day += 1) {
    if (!works(calendar, day)) continue;
    for (const span of calendar.hoursOn(day).spans) {
      const first = day === start.day ? Math.max(start.second, span.from * 60) : span.from * 60;
      const last = day === end.day ? Math.min(end.second, span.to * 60) : span.to * 60;
      sum += Math.max(0, last - first);
    }
  }
  return sum;
}
