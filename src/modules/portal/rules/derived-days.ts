import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { DayReason, DerivedDay } from '#kernel/working-time/derivation.ts';

export interface MarkedDay {
  readonly date: CivilDate;
  readonly mark: 'received' | 'counted' | 'off' | 'stopped' | 'due';
  /** Which day of the limit it is, where days are counted. */
  readonly number?: number;
}

const marks: Readonly<Record<DayReason, MarkedDay['mark']>> = {
  'day-0': 'received',
  counted: 'counted',
  'swapped-work': 'counted',
  weekend: 'off',
  holiday: 'off',
  'swapped-off': 'off',
  paused: 'stopped',
  'after-cutoff': 'received',
  rolled: 'counted',
};

/** The days of a derivation as a week grid draws them: counted days numbered, the due day marked. */
export function derivedDays(derivation: readonly DerivedDay[], due: Instant | null): MarkedDay[] {
  let counted = 0;
  return derivation.map(({ date, counts, why, minutes }) => {
    const isDue = due !== null && date === dateOf(due);
    const numbered = counts && minutes === undefined;
    if (numbered) counted += 1;
    return { date, mark: isDue ? 'due' : marks[why], ...(numbered ? { number: counted } : {}) };
  });
}
