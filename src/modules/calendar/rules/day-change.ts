import { type CivilDate, formatCivilDate, weekday } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

/** `ordinary`: like its weekday again. */
export const dayKinds = ['holiday', 'swapped-off', 'swapped-work', 'ordinary'] as const;
export type ChangedKind = (typeof dayKinds)[number];

export interface DayChange {
  readonly date: CivilDate;
  readonly kind: ChangedKind;
  readonly swappedWith: CivilDate | null;
}

const SATURDAY = 6;
const YEARS_AHEAD = 5;
const yearOf = (date: CivilDate) => Number(date.slice(0, 4));

/**
 * Whether a day may become this kind of day. A day that is over stays as it counted. Refuses
 * `calendar/day-is-over`, `calendar/day-too-far` (nobody decides on days so far ahead: a slip of the pen),
 * `calendar/day-kind-weekday` (a day worked in exchange is a Saturday or Sunday, a day off in exchange is not),
 * `calendar/swapped-with-itself`, `calendar/ordinary-already`.
 */
export function checkDayChange(change: DayChange, today: CivilDate, isSpecial: boolean): Outcome<true> {
  const { date, kind, swappedWith } = change;
  if (date < today) return refused('calendar/day-is-over', { today: formatCivilDate(today) }, 'ngay');
  if (yearOf(date) > yearOf(today) + YEARS_AHEAD)
    return refused('calendar/day-too-far', { year: yearOf(today) + YEARS_AHEAD }, 'ngay');
  const weekend = weekday(date) >= SATURDAY;
  if ((kind === 'swapped-work' && !weekend) || (kind === 'swapped-off' && weekend)) {
    return refused('calendar/day-kind-weekday', {}, 'loai');
  }
  if (swappedWith === date) return refused('calendar/swapped-with-itself', {}, 'doi-voi');
  return kind === 'ordinary' && !isSpecial
    ? refused('calendar/ordinary-already', {}, 'loai')
    : accepted(true);
}
