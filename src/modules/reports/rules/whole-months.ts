import { addDays, addMonthsClamped, type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

export interface Days {
  readonly from: CivilDate;
  /** Included. */
  readonly to: CivilDate;
}

/**
 * The calendar months that lie wholly within days that are asked for, as their first and last day: nothing outside of
 * what was asked is counted. The month that runs lies within them when it is asked for until today; it counts as far
 * as it goes. Refusal: `reports/no-whole-month`.
 */
export function wholeMonths({ from, to }: Days, today: CivilDate): Outcome<Days> {
  const first = from.endsWith('-01') ? from : firstOf(addMonthsClamped(firstOf(from), 1));
  const last = lastOf(to);
  const isWhole = to === last || (to >= today && firstOf(to) <= today);
  const months = { from: first, to: isWhole ? last : addDays(firstOf(to), -1) };
  return months.from <= months.to ? accepted(months) : refused('reports/no-whole-month', {}, 'tu');
}

const firstOf = (day: CivilDate) => civilDate(`${day.slice(0, 7)}-01`);
const lastOf = (day: CivilDate) => addDays(addMonthsClamped(firstOf(day), 1), -1);
