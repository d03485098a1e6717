import { dayNumber } from '../civil-date.ts';
import type { Instant } from '../instant.ts';
import { officeMinutesBetween } from './office-minutes.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * Time left, ready for words: "còn 2 ngày làm việc", "quá hạn 3 giờ". `unit` and `value` are the largest unit
 * that is not zero, for a list; `days`, `hours` and `minutes` say the same to the minute of office time.
 */
export interface TimeLeft {
  readonly late: boolean;
  readonly unit: 'working-days' | 'hours' | 'minutes';
  readonly value: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/**
 * Office time from now to the due moment, or since it. A working day is said only when at least one whole
 * counting day lies between the two dates: due tomorrow at closing time is 1 working day, due today is hours.
 * At the due minute itself it is not yet late.
 */
export function timeLeft(calendar: WorkCalendar, now: Instant, due: Instant): TimeLeft {
  const late = now.slice(0, 16) > due.slice(0, 16);
  const [from, to] = late ? [due, now] : [now, due];
  const total = officeMinutesBetween(calendar, from, to);
  const perDay = calendar.hoursOn(dayNumber(due)).minutes;
  const days = Math.min(
    countingDaysAfter(calendar, dayNumber(from), dayNumber(to)),
    Math.floor(total / perDay),
  );
  const rest = total - days * perDay;
  const [hours, minutes] = [Math.floor(rest / 60), rest % 60];
  if (days > 0) return { late, unit: 'working-days', value: days, days, hours, minutes };
  if (hours > 0) return { late, unit: 'hours', value: hours, days, hours, minutes };
  return { late, unit: 'minutes', value: minutes, days, hours, minutes };
}

function countingDaysAfter(calendar: WorkCalendar, from: number, to: number): number {
  let days = 0;
  for (let day = from + 1; day <= to; day += 1) if (calendar.counts(day)) days += 1;
  return days;
}
