import { type CivilDate, dateOf, formatCivilDate, timeOf, weekday } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';

/** `28/07`. */
export function shortDate(date: CivilDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}`;
}

/** `thứ Năm`. */
export function weekdayName(t: Words, date: CivilDate): string {
  return t(`ui.weekday.${weekday(date)}`);
}

/** `thứ Năm, 28/07/2022`. */
export function longDate(t: Words, date: CivilDate): string {
  return `${weekdayName(t, date)}, ${formatCivilDate(date)}`;
}

/** `08:12, thứ Năm 28/07/2022`. */
export function longMoment(t: Words, instant: Instant): string {
  const date = dateOf(instant);
  return `${timeOf(instant)}, ${weekdayName(t, date)} ${formatCivilDate(date)}`;
}
