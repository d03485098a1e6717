import { type LocalMinute, MINUTES_OF_DAY } from './local-minute.ts';
import { refuseEndlessWalk } from './walk.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * First minute of office hours on a counting day at or after the moment of receipt. A span includes its start
 * and excludes its end: 11:30 is already lunch, 17:00 is already closed.
 */
export function effectiveReceipt(calendar: WorkCalendar, received: LocalMinute): LocalMinute {
  const firstDay = Math.floor(received / MINUTES_OF_DAY);
  for (let day = firstDay; ; day += 1) {
    refuseEndlessWalk(firstDay, day);
    if (!calendar.counts(day)) continue;
    const time = day === firstDay ? received - day * MINUTES_OF_DAY : 0;
    for (const span of calendar.hoursOn(day).spans)
      if (time < span.to) return day * MINUTES_OF_DAY + Math.max(time, span.from);
  }
}
