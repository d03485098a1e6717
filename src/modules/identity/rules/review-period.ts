import { addMonthsClamped, type CivilDate } from '#kernel/civil-date.ts';

/** Accounts are reviewed every six months (TCVN 14423:2026 5.6). */
export interface HalfYear {
  readonly year: number;
  readonly half: 1 | 2;
}

/** The half-year of a machine date: sign-ins, idle times and reviews are of the machine's clock. */
export function halfYearOf(date: CivilDate): HalfYear {
  return { year: Number(date.slice(0, 4)), half: date.slice(5, 7) <= '06' ? 1 : 2 };
}

/**
 * Whether six months have gone by since the last review, or since the first account was made where none
 * was signed yet.
 */
export function reviewIsOverdue(last: CivilDate | null, began: CivilDate, today: CivilDate): boolean {
  return addMonthsClamped(last ?? began, 6) < today;
}
