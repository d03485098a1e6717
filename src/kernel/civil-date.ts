import { dayNumberOf, daysInMonth, type Weekday, weekdayOfDayNumber, yearMonthDayOf } from './day-number.ts';
import type { Instant } from './instant.ts';
import { accepted, type Outcome, refused } from './refusal.ts';

/** A date of law, `YYYY-MM-DD`, without a time: order of text is order of time. */
export type CivilDate = string & { readonly __civilDate: unique symbol };

const ZERO = 48;

/** Day number of a well-formed civil date. Unlike `civilDate` it trusts its argument. */
export function dayNumber(date: CivilDate | Instant): number {
  return dayNumberOf(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - ZERO;
  return value;
}

const known: CivilDate[] = [];

/** The civil date of a day number; days of 1970 to 2151 are kept, a walk writes each only once. */
export function civilDateOfDayNumber(number: number): CivilDate {
  const kept = number >= 0 ? known[number] : undefined;
  if (kept !== undefined) return kept;
  const { year, month, day } = yearMonthDayOf(number);
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
  if (number >= 0 && number < 66_600) known[number] = text;
  return text;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Reads `YYYY-MM-DD` written by a program. Throws a RangeError for anything that is not a real date. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

export function isCivilDate(text: string): text is CivilDate {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found !== null && exists(Number(found[1]), Number(found[2]), Number(found[3]));
}

function exists(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Reads a date as people type it: `25/7/2022`, `25-07-2022`, `25.7.2022`, `25072022`, or ISO `2022-07-25`.
 * Refuses with `kernel/unreadable-date` (another shape) or `kernel/impossible-date` (31/02, year before 1800).
 */
export function parseCivilDate(text: string, field?: string): Outcome<CivilDate> {
  const clean = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(clean);
  const local =
    /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(clean) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(clean);
  if (!iso && !local) return refused('kernel/unreadable-date', {}, field);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [Number(local?.[3]), Number(local?.[2]), Number(local?.[1])];
  if (year < 1800 || !exists(year, month, day))
    return refused('kernel/impossible-date', { date: clean }, field);
  return accepted(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOfDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekday(date: CivilDate): Weekday {
  return weekdayOfDayNumber(dayNumber(date));
}

/** The same day N months later, clamped to that month's last day (Bộ luật Dân sự 2015, Điều 148 khoản 3). */
export function addMonthsClamped(date: CivilDate, months: number): CivilDate {
  return civilDateOfDayNumber(addMonthsToDayNumber(dayNumber(date), months));
}

export function addMonthsToDayNumber(number: number, months: number): number {
  const { year, month, day } = yearMonthDayOf(number);
  const index = year * 12 + month - 1 + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (((index % 12) + 12) % 12) + 1;
  return dayNumberOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** `25/07/2022`, as Vietnamese papers write dates. */
export function formatCivilDate(date: CivilDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** The civil date in Viet Nam of an instant. */
export function dateOf(instant: Instant): CivilDate {
  return instant.slice(0, 10) as CivilDate;
}

/** The time of day in Viet Nam of an instant, `08:00`. */
export function timeOf(instant: Instant): string {
  return instant.slice(11, 16);
}

/** `10:05, 26/07/2022`: a moment of a list or a history. */
export function formatMoment(instant: Instant): string {
  return `${timeOf(instant)}, ${formatCivilDate(dateOf(instant))}`;
}
