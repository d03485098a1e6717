import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

/** Somebody who administers: an account that has been used, with a post in force or, the first one, none ever. */
export interface Administrator {
  readonly personId: string;
  /** Last day of the post; null is until further notice. */
  readonly until: CivilDate | null;
  /** Last day of the office of the post; null is open, also where there is no post. */
  readonly officeUntil: CivilDate | null;
}

/**
 * Somebody must go on administering without an end: who would be the last one stays. Asked with the
 * administrators as they are after the change. Refuses `identity/last-administrator`.
 */
export function keepsAnAdministrator(after: readonly Administrator[]): Outcome<true> {
  return after.some((one) => one.until === null) ? accepted(true) : refused('identity/last-administrator');
}

/** The same list with a person's administration ending on a day, or gone (undefined). */
export function withEnd(
  administrators: readonly Administrator[],
  personId: string,
  until: CivilDate | undefined,
): Administrator[] {
  const others = administrators.filter((one) => one.personId !== personId);
  return until === undefined ? others : [...others, { personId, until, officeUntil: null }];
}
