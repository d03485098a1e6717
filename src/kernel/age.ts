import { addMonthsClamped, type CivilDate, civilDate, isCivilDate } from './civil-date.ts';
import { daysInMonth } from './day-number.ts';
import type { PartialDate } from './partial-date.ts';

/** Whoever has this age answers for everything alone (Bộ luật Dân sự 2015, Điều 20). */
export const FULL_AGE = 18;
/** From this age on a person has a card (Luật Căn cước công dân 2014, Điều 19). */
export const CARD_AGE = 14;

/** Certainly younger than so many whole years on a day, in Viet Nam's calendar: also if born on the first day it may be. */
export function isYoungerThan(years: number, born: PartialDate, on: CivilDate): boolean {
  return addMonthsClamped(firstDayOf(born), years * 12) > on;
}

/** Perhaps younger: if born on the last day it may be. The same as the other where the whole date is known. */
export function mayBeYoungerThan(years: number, born: PartialDate, on: CivilDate): boolean {
  return addMonthsClamped(lastDayOf(born), years * 12) > on;
}

function firstDayOf(born: PartialDate): CivilDate {
  if (isCivilDate(born)) return born;
  return civilDate(born.length === 7 ? `${born}-01` : `${born}-01-01`);
}

function lastDayOf(born: PartialDate): CivilDate {
  if (isCivilDate(born)) return born;
  if (born.length !== 7) return civilDate(`${born}-12-31`);
  return civilDate(`${born}-${daysInMonth(Number(born.slice(0, 4)), Number(born.slice(5, 7)))}`);
}
