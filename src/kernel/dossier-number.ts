import { type CivilDate, isCivilDate } from './civil-date.ts';
import { accepted, type Outcome, refused } from './refusal.ts';

/** `<agency code>-YYMMDD-XXXX` (NĐ 61/2018 Điều 26, TT 01/2018/TT-VPCP Điều 19). */
export interface DossierNumberParts {
  readonly agencyCode: string;
  /** Date of acceptance in Viet Nam. */
  readonly acceptedOn: CivilDate;
  /** Order in the day at the receiving agency, from 1. */
  readonly sequence: number;
}

/** What people say at the counter: the number, without the agency's code when they left it out. */
export interface TypedDossierNumber {
  readonly agencyCode: string | null;
  readonly acceptedOn: CivilDate;
  readonly sequence: number;
}

const AGENCY = /^[A-Z0-9]+(\.[A-Z0-9]+)*$/;

/** Four digits, more when a day has more than 9,999. Throws a RangeError on a code or order that cannot be. */
export function formatDossierNumber({ agencyCode, acceptedOn, sequence }: DossierNumberParts): string {
  if (!AGENCY.test(agencyCode) || agencyCode.length > 35)
    throw new RangeError(`not an agency code: ${agencyCode}`);
  if (!Number.isSafeInteger(sequence) || sequence < 1)
    throw new RangeError(`not an order in the day: ${sequence}`);
  return `${agencyCode}-${shortOf(acceptedOn, sequence)}`;
}

/**
 * The part people read out: `220718-0042`. A training dossier is never called without its mark, and a number of
 * another kind, from the software before, is said whole.
 */
export function shortDossierNumber(number: string): string {
  return /-(\d{6}-\d{4,})$/.exec(number)?.[1] ?? number;
}

function shortOf(acceptedOn: CivilDate, sequence: number): string {
  return `${acceptedOn.slice(2).replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`;
}

/** Writes a typed number as it is stored, whole or short. */
export function formatTypedNumber(typed: TypedDossierNumber): string {
  const short = shortOf(typed.acceptedOn, typed.sequence);
  return typed.agencyCode === null ? short : `${typed.agencyCode}-${short}`;
}

/**
 * Reads a number as people type it: lower case, blanks, slashes or long dashes, without leading zeros, without
 * the agency's code (`220718-42`). Refuses with `kernel/unreadable-dossier-number`.
 */
export function parseDossierNumber(text: string, field?: string): Outcome<TypedDossierNumber> {
  const joined = text
    .trim()
    .toUpperCase()
    .replace(/\s*[-–—‑_/]\s*/gu, '-')
    .replace(/\s+/gu, '-');
  const found = /^(?:(.+?)-)?(\d{2})(\d{2})(\d{2})-?(\d{1,9})$/.exec(joined);
  const agencyCode = found?.[1]?.replaceAll('-', '.') ?? null;
  const acceptedOn = `20${found?.[2]}-${found?.[3]}-${found?.[4]}`;
  const sequence = Number(found?.[5]);
  if (!found || !isCivilDate(acceptedOn) || sequence < 1 || !isAgencyOrNone(agencyCode))
    return refused('kernel/unreadable-dossier-number', {}, field);
  return accepted({ agencyCode, acceptedOn, sequence });
}

function isAgencyOrNone(code: string | null): boolean {
  return code === null || (code.length <= 35 && AGENCY.test(code));
}

/** Base 32 without I, L, O and U, which people misread or which make words (Crockford). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const REFERENCE_BYTES = 12;

/** A reference before acceptance, from 12 random bytes: 60 bits, `7K3M-QX2P-9DWA`. */
export function dossierReference(random: Uint8Array): string {
  if (random.length < REFERENCE_BYTES) throw new RangeError('a reference needs 12 random bytes');
  const letters = [...random.slice(0, REFERENCE_BYTES)].map((byte) => ALPHABET[byte & 31] ?? '');
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-');
}

/** Reads a reference as typed; O is 0, I and L are 1. Refuses with `kernel/unreadable-reference`. */
export function parseReference(text: string, field?: string): Outcome<string> {
  const letters = text.toUpperCase().replace(/[\s-]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters)) return refused('kernel/unreadable-reference', {}, field);
  return accepted(`${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`);
}

const TRAINING = 'THU-';

/** What a training dossier is called, before and after acceptance: `THU-7K3M-QX2P`. It stands in no series. */
export function trainingReference(random: Uint8Array): string {
  return `${TRAINING}${dossierReference(random).slice(0, 9)}`;
}

/** Reads it as typed, also with the mark as it is spoken: `thử 7k3m qx2p`. Refuses as `parseReference` does. */
export function parseTrainingReference(text: string, field?: string): Outcome<string> {
  const bare = text.normalize('NFC').toUpperCase().replace(/[\s-]/gu, '');
  const found = /^TH[UỬ]([0-9A-Z]{8})$/u.exec(bare)?.[1];
  const letters = found?.replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!letters || !/^[0-9A-HJKMNP-TV-Z]{8}$/.test(letters))
    return refused('kernel/unreadable-reference', {}, field);
  return accepted(`${TRAINING}${letters.slice(0, 4)}-${letters.slice(4)}`);
}

/** Is this, letter by letter, a number or a reference as we write them? Then it says nothing about a person. */
export function isDossierNumberOrReference(text: string): boolean {
  const number = parseDossierNumber(text);
  if (number.ok) return number.value.agencyCode !== null && formatTypedNumber(number.value) === text;
  const training = parseTrainingReference(text);
  if (training.ok) return training.value === text;
  const reference = parseReference(text);
  return reference.ok && reference.value === text;
}

const OLD_NUMBER = /^(?=.*\d)[\p{Lu}\d][\p{Lu}\d./_-]{1,58}[\p{Lu}\d]$/u;

/**
 * A number of whichever software, as it is kept: letters, digits, dots, slashes and hyphens, upper case, without
 * blanks. Undefined for what nobody would call a number.
 */
export function anyDossierNumber(text: string): string | undefined {
  const number = text.normalize('NFC').replace(/\s+/gu, '').replace(/[–—‑]/gu, '-').toUpperCase();
  return OLD_NUMBER.test(number) && !number.startsWith(TRAINING) ? number : undefined;
}
