import { parseIdNumber, parseTaxCode } from '#kernel/identity-numbers.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

/** Why everything about a person is looked up (Luật 91/2025/QH15: rights of the person; duties of the agency). */
export const askingReasons = [
  'person-asks-access',
  'person-asks-correction',
  'person-asks-erasure',
  'complaint',
  'authority-asks',
  'incident',
] as const;
export type AskingReason = (typeof askingReasons)[number];

/** A question as it may be asked: the number it is about, and what the log keeps of why. */
export interface Asking {
  readonly number: string;
  readonly reason: AskingReason;
  /** Of the paper that asks: `45/GYC`, `12/2026/QĐ-UBND`. */
  readonly reference: string;
}

/**
 * Reads a question. Refusals, each with its field: `protection/number-unreadable` (no identity number, no tax
 * code), `protection/reason-missing`, `protection/reference-missing`: the number of a paper is asked for, because
 * it goes into the log, where no word about a person may stand.
 */
export function readAsking(typed: {
  readonly number: string;
  readonly reason: string;
  readonly reference: string;
}): Outcome<Asking> {
  const number = readNumber(typed.number);
  if (!number) return refused('protection/number-unreadable', undefined, 'so');
  const reason = askingReasons.find((one) => one === typed.reason);
  if (!reason) return refused('protection/reason-missing', undefined, 'ly-do');
  const reference = readPaperNumber(typed.reference);
  if (!reference) return refused('protection/reference-missing', undefined, 'van-ban');
  return accepted({ number, reason, reference });
}

/** As dossiers keep it: a tax code with its check digit right, else the number of an identity paper. */
function readNumber(text: string): string | undefined {
  const code = parseTaxCode(text);
  if (code.ok) return code.value;
  const id = parseIdNumber(text);
  return id.ok ? id.value.number : undefined;
}

const paperNumber = /^\d{1,6}(?:\/\d{4})?(?:\/\p{Lu}{1,8}\d{0,2}(?:-\p{Lu}{1,8}\d{0,2}){0,3})?$/u;

/** The number of an official paper and nothing else: no blanks, no words, no number of a person. */
export function readPaperNumber(text: string): string | undefined {
  const number = text.trim().normalize('NFC').toUpperCase();
  return number.length <= 40 && paperNumber.test(number) ? number : undefined;
}
