import { type PartialDate, yearOfPartialDate } from './partial-date.ts';
import { accepted, type Outcome, refused } from './refusal.ts';

export type Sex = 'male' | 'female';

/** `citizen-id`: 12 digits (căn cước, CCCD, số định danh); `old-id`: CMND with 9; passports of any country. */
export type IdNumberKind = 'citizen-id' | 'old-id' | 'passport';

export interface IdNumber {
  readonly kind: IdNumberKind;
  readonly number: string;
}

/**
 * Reads the number of an identity paper as typed: blanks, dots and hyphens between digits do not matter.
 * Vietnamese passports are a letter and 7 digits (older: 8), foreign ones 5 to 15 letters and digits.
 * Refuses with `kernel/unreadable-id-number`.
 */
export function parseIdNumber(text: string, field?: string): Outcome<IdNumber> {
  const number = text.replace(/[\s.-]/gu, '').toUpperCase();
  if (/^\d{12}$/.test(number)) return accepted({ kind: 'citizen-id', number });
  if (/^\d{9}$/.test(number)) return accepted({ kind: 'old-id', number });
  if (/^(?=.*\d)[A-Z0-9]{5,15}$/.test(number) && !/^\d{10,15}$/.test(number) && !/^\d{5,8}$/.test(number))
    return accepted({ kind: 'passport', number });
  return refused('kernel/unreadable-id-number', { digits: number.length }, field);
}

// Provinces before 1 July 2025 (NĐ 137/2015, Phụ lục I): the codes stay in the numbers already given.
const PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
);

export interface CitizenIdParts {
  /** Province (001–096) or, from 100 on, country where the birth was registered. */
  readonly placeCode: string;
  readonly sex: Sex;
  readonly birthYear: number;
}

/** What the 12 digits say: place, sex and century, year (NĐ 137/2015, Điều 13). */
export function citizenIdParts(number: string): CitizenIdParts | undefined {
  const found = /^(\d{3})(\d)(\d{2})\d{6}$/.exec(number);
  if (!found) return undefined;
  const century = Number(found[2]);
  return {
    placeCode: found[1] ?? '',
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(found[3]),
  };
}

export type IdNumberDoubt = 'unknown-place' | 'sex-differs' | 'birth-year-differs';

/** What of a 12-digit number does not fit the person. Doubts are shown, not refused: papers hold errors too. */
export function doubtsOfCitizenId(
  number: string,
  person: { readonly birthDate?: PartialDate | null; readonly sex?: Sex | null },
): readonly IdNumberDoubt[] {
  const parts = citizenIdParts(number);
  if (!parts) return [];
  const doubts: IdNumberDoubt[] = [];
  if (!PROVINCES.has(parts.placeCode) && Number(parts.placeCode) < 100) doubts.push('unknown-place');
  if (person.sex && person.sex !== parts.sex) doubts.push('sex-differs');
  if (person.birthDate && yearOfPartialDate(person.birthDate) !== parts.birthYear)
    doubts.push('birth-year-differs');
  return doubts;
}

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * Reads a tax code (mã số thuế): 10 digits whose last is a check digit, or 13 written with a branch
 * (`0100109106-001`). Refuses with `kernel/unreadable-tax-code` (shape) or `kernel/wrong-tax-code` (check digit).
 */
export function parseTaxCode(text: string, field?: string): Outcome<string> {
  const digits = text.replace(/[\s.-]/gu, '');
  if (!/^\d{10}(\d{3})?$/.test(digits)) return refused('kernel/unreadable-tax-code', {}, field);
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  if (10 - (sum % 11) !== Number(digits[9])) return refused('kernel/wrong-tax-code', {}, field);
  return accepted(digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits);
}
