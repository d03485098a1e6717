import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';

const LONGEST_NAME = 100;
const YOUNGEST = 15;

/** As typed. */
export interface TypedPerson {
  readonly name: string;
  readonly phone: string;
  readonly birthYear: string;
}

export interface PersonFacts {
  /** NFC, as written: capitals are never forced on people. */
  readonly name: string;
  readonly phone: string | null;
  readonly birthYear: number | null;
}

/**
 * Name, telephone and year of birth of somebody who works here. Refuses `identity/name-missing`,
 * `identity/name-not-a-name` (no letter, figures or signs in it), `identity/phone-unreadable`,
 * `identity/birth-year-impossible` (not four figures, or younger than fifteen at legal time).
 */
export function checkPersonFacts(typed: TypedPerson, legalNow: Instant): Outcome<PersonFacts> {
  const name = cleanLine(typed.name).text;
  if (name === '') return refused('identity/name-missing', {}, 'ho-ten');
  if (name.length > LONGEST_NAME || !/^\p{L}[\p{L}\p{M} '’.-]*$/u.test(name)) {
    return refused('identity/name-not-a-name', {}, 'ho-ten');
  }
  const phone = cleanLine(typed.phone).text;
  if (phone !== '' && !/^\+?[0-9 ().-]{8,20}$/.test(phone)) {
    return refused('identity/phone-unreadable', {}, 'dien-thoai');
  }
  const year = cleanLine(typed.birthYear).text;
  const latest = Number(dateOf(legalNow).slice(0, 4)) - YOUNGEST;
  if (year !== '' && (!/^\d{4}$/.test(year) || Number(year) < 1900 || Number(year) > latest)) {
    return refused('identity/birth-year-impossible', { latest }, 'nam-sinh');
  }
  return accepted({ name, phone: phone || null, birthYear: year === '' ? null : Number(year) });
}
