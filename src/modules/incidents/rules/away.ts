import type { Instant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { NewIncident } from './incident.ts';

/** What stands as content of an incident that the program noticed itself; said in words when it is shown. */
export const PROGRAM_AWAY = 'program-away';

/** Office minutes; whoever switches the machine on a little late has no incident. */
export const AWAY_MINUTES = 30;

/**
 * The program was seen at work at `seen` and again `now` (legal time): whether it was away for so many office minutes in
 * between that it counts as an incident. Nights, weekends and holidays are none.
 */
export function awayBetween(calendar: WorkCalendar, seen: Instant, now: Instant): NewIncident | null {
  if (seen >= now || officeMinutesBetween(calendar, seen, now) < AWAY_MINUTES) return null;
  return { system: 'software', from: seen, to: now, officeIds: null, what: PROGRAM_AWAY };
}
