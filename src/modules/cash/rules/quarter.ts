import { addDays, type CivilDate, civilDate } from '#kernel/civil-date.ts';

/** `2022-3`: July to September 2022. */
export interface Quarter {
  readonly year: number;
  readonly nth: number;
}

export function quarterOf(day: CivilDate): Quarter {
  return { year: Number(day.slice(0, 4)), nth: Math.ceil(Number(day.slice(5, 7)) / 3) };
}

export function quarterName({ year, nth }: Quarter): string {
  return `${year}-${nth}`;
}

/** The quarter of an address; undefined for anything else. */
export function readQuarter(text: string): Quarter | undefined {
  const found = /^(2\d{3})-([1-4])$/.exec(text);
  return found ? { year: Number(found[1]), nth: Number(found[2]) } : undefined;
}

/** First and last day. */
export function daysOf({ year, nth }: Quarter): { readonly from: CivilDate; readonly to: CivilDate } {
  const from = civilDate(`${year}-${String(nth * 3 - 2).padStart(2, '0')}-01`);
  const next = nth === 4 ? `${year + 1}-01-01` : `${year}-${String(nth * 3 + 1).padStart(2, '0')}-01`;
  return { from, to: addDays(civilDate(next), -1) };
}

export function quarterBefore({ year, nth }: Quarter): Quarter {
  return nth === 1 ? { year: year - 1, nth: 4 } : { year, nth: nth - 1 };
}
