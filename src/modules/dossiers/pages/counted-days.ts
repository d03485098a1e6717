import { dateOf } from '#kernel/civil-date.ts';
import type { DayReason } from '#kernel/working-time/derivation.ts';
import type { DueDate } from '#kernel/working-time/due-date.ts';
import type { DayMark, DayView } from '#ui/components/days-grid.tsx';

const marks: Readonly<Record<DayReason, DayMark>> = {
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

/** The days from receipt to due day as the week grid draws them; days of a limit in hours carry no number. */
export function countedDays({ derivation, due }: Pick<DueDate, 'derivation' | 'due'>): DayView[] {
  let counted = 0;
  return derivation.map(({ date, counts, why, minutes }) => {
    const isNumbered = counts && minutes === undefined;
    if (isNumbered) counted += 1;
    const mark = due !== null && date === dateOf(due) ? 'due' : marks[why];
    return { date, mark, ...(isNumbered ? { number: counted } : {}) };
  });
}
