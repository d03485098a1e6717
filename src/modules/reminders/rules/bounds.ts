import { addDays, type CivilDate, dateOf, dayNumber } from '#kernel/civil-date.ts';
import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';

const HOUR_MS = 3_600_000;

/** How far `findings` can see: dossiers beyond are not read. The days off are those of the whole country. */
export function boundsAt(
  calendar: WorkCalendar,
  now: Instant,
  leastStillHours: number,
): { readonly until: CivilDate; readonly receivedSince: CivilDate; readonly movedBefore: Instant } {
  const today = dateOf(now);
  let until = addDays(today, 1);
  while (!calendar.counts(dayNumber(until))) until = addDays(until, 1);
  let receivedSince = today;
  for (let days = 0; days <= 4; ) {
    receivedSince = addDays(receivedSince, -1);
    if (calendar.counts(dayNumber(receivedSince))) days += 1;
  }
  // office hours are never more than hours
  const movedBefore = instantOfMs(msOfInstant(now) - leastStillHours * HOUR_MS);
  return { until, receivedSince, movedBefore };
}
