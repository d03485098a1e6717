import type { Instant } from '../instant.ts';
import type { Pause } from './limit.ts';
import { officeMinutesBetween } from './office-minutes.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** Who held a dossier from when to when; stays follow each other without a gap. */
export interface Stay<Holder extends string = string> {
  readonly holder: Holder;
  readonly from: Instant;
  /** Null: still. */
  readonly to: Instant | null;
}

export interface UsedTime<Holder extends string = string> {
  readonly holder: Holder;
  /** Office minutes, waits outside the office left out. */
  readonly minutes: number;
}

/**
 * The split of used office time by holder, in the order of the first stay. It sums exactly to the office
 * minutes of the whole: every stay is measured with the same calendar and cut at whole minutes.
 */
export function usedTime<Holder extends string>(
  calendar: WorkCalendar,
  stays: readonly Stay<Holder>[],
  now: Instant,
  pauses: readonly Pause[] = [],
): readonly UsedTime<Holder>[] {
  const minutes = new Map<Holder, number>();
  for (const stay of stays) {
    const used = Math.max(0, officeMinutesBetween(calendar, stay.from, stay.to ?? now, pauses));
    minutes.set(stay.holder, (minutes.get(stay.holder) ?? 0) + used);
  }
  return [...minutes].map(([holder, used]) => ({ holder, minutes: used }));
}
