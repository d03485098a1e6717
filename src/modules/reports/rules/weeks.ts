import { addDays, type CivilDate, weekday } from '#kernel/civil-date.ts';

const WEEK = 7;

/** The Mondays of the whole weeks before the one in which this day lies, from the oldest to the newest. */
export function wholeWeeksBefore(day: CivilDate, weeks: number): CivilDate[] {
  const monday = addDays(day, 1 - weekday(day));
  return Array.from({ length: weeks }, (_, index) => addDays(monday, (index - weeks) * WEEK));
}

/** Its last day, a Sunday. */
export function endOfWeek(monday: CivilDate): CivilDate {
  return addDays(monday, WEEK - 1);
}
