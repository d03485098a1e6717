import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, type Refusal } from '#kernel/refusal.ts';
import { cleanLine, foldedWords } from '#kernel/vietnamese-text.ts';
import type { Channel } from './procedure.ts';
import { feeChannels } from './read-local-fee.ts';

/** The form as typed. */
export interface TypedExemption {
  readonly name: string;
  readonly nameEn: string;
  readonly percent: string;
  readonly procedures: string;
  readonly channel: string;
  readonly proof: string;
  readonly basis: string;
  readonly from: string;
  readonly to: string;
}

export interface WantedExemption {
  readonly name: { readonly vi: string; readonly en: string };
  readonly percent: number;
  readonly procedureCodes: readonly string[] | null;
  readonly channel: Channel | null;
  readonly proofNeeded: boolean;
  readonly basis: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

const MOST_CODES = 200;

type Read =
  | { readonly ok: true; readonly value: WantedExemption }
  | { readonly ok: false; readonly problems: readonly Refusal[] };

/** Reads the whole form; everything that is wrong is told at once, each with its field. */
export function readExemption(typed: TypedExemption): Read {
  const problems: Refusal[] = [];
  const take = <T>(outcome: Outcome<T>): T | null => {
    if (outcome.ok) return outcome.value;
    problems.push(outcome.refusal);
    return null;
  };
  const name = take(lineOf(typed.name, 'name', 200));
  const english = typed.nameEn.trim() === '' ? name : take(lineOf(typed.nameEn, 'name-en', 200));
  const percent = take(percentOf(typed.percent));
  const codes = take(codesOf(typed.procedures));
  const channel = take(channelOf(typed.channel));
  const basis = take(lineOf(typed.basis, 'basis', 300));
  const validFrom = take(parseCivilDate(typed.from, 'valid-from'));
  const validTo = typed.to.trim() === '' ? null : take(parseCivilDate(typed.to, 'valid-to'));
  if (problems.length > 0 || !name || !english || !percent || !codes || !basis || !validFrom)
    return { ok: false, problems };
  return accepted({
    name: { vi: name, en: english },
    percent,
    procedureCodes: codes.length === 0 ? null : codes,
    channel,
    proofNeeded: typed.proof === '1',
    basis,
    validFrom,
    validTo,
  });
}

function lineOf(typed: string, field: string, most: number): Outcome<string> {
  const { text } = cleanLine(typed);
  if (text === '') return { ok: false, refusal: { code: 'catalogue/text-missing', field } };
  return [...text].length > most
    ? { ok: false, refusal: { code: 'catalogue/text-too-long', field, params: { most } } }
    : accepted(text);
}

function percentOf(typed: string): Outcome<number> {
  const digits = typed.trim().replace(/\s*%$/u, '');
  const percent = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
  return percent >= 1 && percent <= 100
    ? accepted(percent)
    : { ok: false, refusal: { code: 'catalogue/wrong-percent', field: 'percent' } };
}

/** Codes apart by blanks, commas or lines; none: of every procedure. */
function codesOf(typed: string): Outcome<readonly string[]> {
  const codes = [...new Set(typed.split(/[\s,;]+/u).filter(Boolean))];
  const field = 'procedures';
  if (codes.length > MOST_CODES)
    return {
      ok: false,
      refusal: { code: 'catalogue/too-many-procedures', field, params: { most: MOST_CODES } },
    };
  const wrong = codes.find((code) => !/^\d\.\d{6}$/.test(code));
  return wrong === undefined
    ? accepted(codes)
    : { ok: false, refusal: { code: 'catalogue/no-such-procedure', field, params: { code: shown(wrong) } } };
}

/** What was typed, short enough to be repeated in a sentence. */
export function shown(typed: string): string {
  const letters = [...typed];
  return letters.length > 30 ? `${letters.slice(0, 30).join('')}…` : typed;
}

function channelOf(typed: string): Outcome<Channel | null> {
  const channel = feeChannels.find((one) => one === typed);
  if (channel) return accepted(channel);
  return typed === ''
    ? accepted(null)
    : { ok: false, refusal: { code: 'catalogue/wrong-choice', field: 'channel' } };
}

/** The address of the form for a new group; no group is called so. */
export const NEW_GROUP = 'moi';

/** `Người thuộc hộ nghèo` → `nguoi-thuoc-ho-ngheo`; digits of a name are left out. Empty where there is no letter. */
export function groupKeyOf(name: string): string {
  const key = foldedWords(name)
    .map((word) => word.replace(/[^a-z]/g, ''))
    .filter(Boolean)
    .join('-')
    .slice(0, 60)
    .replace(/-+$/, '');
  return key === NEW_GROUP ? `nhom-${key}` : key;
}
