import { type CivilDate, formatCivilDate, isCivilDate, parseCivilDate } from './civil-date.ts';
import { accepted, type Outcome, refused } from './refusal.ts';

/**
 * A date of which only the year, or year and month, is known: `1950`, `1950-05` or `1950-05-01`. Birth
 * papers of older people often hold no more, and the population law accepts them as they are.
 */
export type PartialDate = string & { readonly __partialDate: unique symbol };

/** Reads `1950`, `5/1950`, `05/1950`, `1950-05` or a whole date; refuses like `parseCivilDate`. */
export function parsePartialDate(text: string, field?: string): Outcome<PartialDate> {
  const clean = text.trim();
  const parts = /^(?:(\d{1,2})\s*[-/.]\s*)?(\d{4})$/.exec(clean);
  const iso = /^(\d{4})-(\d{2})$/.exec(clean);
  if (!parts && !iso) {
    const whole = parseCivilDate(clean, field);
    return whole.ok ? accepted(whole.value as string as PartialDate) : whole;
  }
  const year = parts ? parts[2] : iso?.[1];
  const month = parts ? parts[1] : iso?.[2];
  const monthNumber = month === undefined ? 1 : Number(month);
  if (Number(year) < 1800 || monthNumber < 1 || monthNumber > 12)
    return refused('kernel/impossible-date', { date: clean }, field);
  const written = month === undefined ? `${year}` : `${year}-${month.padStart(2, '0')}`;
  return accepted(written as PartialDate);
}

/** The whole date, when it is whole. */
export function wholeDateOf(date: PartialDate): CivilDate | undefined {
  return isCivilDate(date) ? date : undefined;
}

export function yearOfPartialDate(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/** `1950`, `05/1950` or `01/05/1950`. */
export function formatPartialDate(date: PartialDate): string {
  if (isCivilDate(date)) return formatCivilDate(date);
  return date.length === 7 ? `${date.slice(5, 7)}/${date.slice(0, 4)}` : date;
}
