import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { NewIncident } from './incident.ts';

/** What stands as content of an incident that the program noticed itself; said in words when it is shown. */
export const noticed = ['program-away', 'database-away', 'disk-full'] as const;
export type Noticed = (typeof noticed)[number];

/** Office minutes; whoever switches the machine on a little late has no incident. */
export const AWAY_MINUTES = 30;

/** One moment by both clocks: legal time, and that of the machine. */
export interface BothClocks {
  readonly legalNow: Instant;
  readonly machineNow: Instant;
}

/**
 * Since when, in legal time, something has gone on that began at `since`, if it took so many office minutes that it counts as an
 * incident. By both clocks, the shorter of the two: a legal clock that was set forward is no absence, nor is one of the machine
 * that was. Nights, weekends and holidays are none.
 */
export function longSince(calendar: WorkCalendar, since: BothClocks, now: BothClocks): Instant | null {
  const legalMs = msOfInstant(now.legalNow) - msOfInstant(since.legalNow);
  const machineMs = msOfInstant(now.machineNow) - msOfInstant(since.machineNow);
  const from = instantOfMs(msOfInstant(now.legalNow) - Math.min(legalMs, machineMs));
  if (from >= now.legalNow) return null;
  return officeMinutesBetween(calendar, from, now.legalNow) < AWAY_MINUTES ? null : from;
}

/** The program was seen at work at `seen` and again `now`: whether it was away in between, or what it works with was. */
export function awayBetween(
  calendar: WorkCalendar,
  seen: BothClocks,
  now: BothClocks,
  what: Noticed = 'program-away',
): NewIncident | null {
  const from = longSince(calendar, seen, now);
  return from && { system: 'software', from, to: now.legalNow, officeIds: null, what };
}
