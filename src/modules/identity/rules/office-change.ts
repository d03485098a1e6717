import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Validity } from './office.ts';

/** Shape of an agency code: groups of capitals and digits with dots between (QĐ 20/2020/QĐ-TTg). */
export const AGENCY_CODE = /^[A-Z0-9]+(\.[A-Z0-9]+)*$/;

/**
 * From which day a new name, address or code of an office may hold. A new name never holds before the day on
 * which it is written down: papers of that time carry the old one. A change recorded for later must be passed
 * over knowingly: the new one has to begin on its day or after it. Refuses `identity/change-in-the-past`,
 * `identity/later-change`, `identity/office-not-then`.
 */
export function checkChangeDay(
  office: Validity,
  day: CivilDate,
  today: CivilDate,
  latestChange: CivilDate | null,
): Outcome<true> {
  if (day < today) return refused('identity/change-in-the-past', { today: formatCivilDate(today) }, 'tu');
  if (latestChange !== null && day < latestChange) {
    return refused('identity/later-change', { on: formatCivilDate(latestChange) }, 'tu');
  }
  const outside = day < office.validFrom || (office.validTo !== null && day > office.validTo);
  return outside
    ? refused('identity/office-not-then', { from: formatCivilDate(office.validFrom) }, 'tu')
    : accepted(true);
}

/** The last day of an office is today or later, and not before its first. */
export function checkOfficeEnd(office: Validity, lastDay: CivilDate, today: CivilDate): Outcome<true> {
  if (office.validTo !== null && office.validTo < today) {
    return refused('identity/office-ended', { on: formatCivilDate(office.validTo) });
  }
  if (lastDay < today)
    return refused('identity/change-in-the-past', { today: formatCivilDate(today) }, 'den');
  return lastDay < office.validFrom
    ? refused('identity/end-before-begin', { from: formatCivilDate(office.validFrom) }, 'den')
    : accepted(true);
}
