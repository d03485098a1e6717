import type { Derivation } from './derivation.ts';
import type { Remaining } from './limit.ts';
import type { LocalMinute } from './local-minute.ts';
import type { PausedTime } from './pauses.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** What every unit's rule is given. */
export interface Walk {
  readonly calendar: WorkCalendar;
  readonly paused: readonly PausedTime[];
  /** Effective receipt; its day is day 0. */
  readonly start: LocalMinute;
  readonly derivation: Derivation;
}

/** Where a walk ended: a due minute, or what is left while a pause has no end. */
export type WalkEnd =
  | { readonly due: LocalMinute; readonly remaining: null }
  | { readonly due: null; readonly remaining: Remaining };

export const dueAt = (due: LocalMinute): WalkEnd => ({ due, remaining: null });
export const remains = (value: number, unit: Remaining['unit']): WalkEnd => ({
  due: null,
  remaining: { value, unit },
});

/** Longest walk: two centuries. A calendar without counting days must not hang a program. */
const MAX_DAYS = 73_050;

/** Throws a RangeError when the walk is longer than two centuries. */
export function refuseEndlessWalk(fromDay: number, day: number): void {
  if (day - fromDay > MAX_DAYS) throw new RangeError('the limit is longer than two hundred years');
}
