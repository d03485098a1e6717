import { type CivilDate, parseCivilDate } from './civil-date.ts';
import type { Sex } from './identity-numbers.ts';
import { type SpoiltBy, spoiltByInputMethod } from './input-method.ts';
import { type PartialDate, parsePartialDate } from './partial-date.ts';
import { accepted, type Outcome, refused } from './refusal.ts';
import { cleanLine, fold } from './vietnamese-text.ts';

/** What the QR of a chip card says. */
export interface CardQr {
  readonly idNumber: string;
  /** CMND of 9 digits the person had before, when the card names one. */
  readonly oldIdNumber: string | null;
  readonly name: string;
  readonly birthDate: PartialDate;
  readonly sex: Sex;
  readonly address: string;
  readonly issuedOn: CivilDate | null;
  /** What spoilt the letters on their way through the keyboard, if anything; the clerk compares with the card. */
  readonly spoiltBy: SpoiltBy | null;
}

/**
 * Reads the QR text as a scanner types it:
 * `087…|340…|Nguyễn Văn A|01021990|Nam|Ấp…|15082021`. The second field may be empty, further fields are
 * ignored. Refuses with `kernel/card-qr-unreadable` (no such text) or `kernel/card-qr-damaged` and the field.
 */
export function parseCardQr(text: string): Outcome<CardQr> {
  const fields = text.split('|').map((field) => cleanLine(field).text);
  const [idNumber = '', old = '', name = '', born = '', sexText = '', address = '', issued = ''] = fields;
  if (fields.length < 6 || !/^\d{12}$/.test(idNumber)) return refused('kernel/card-qr-unreadable');
  if (!/^(\d{9}|\d{12})?$/.test(old)) return damaged('oldIdNumber');
  if (!/\p{L}/u.test(name)) return damaged('name');
  const birthDate = parsePartialDate(/^0000\d{4}$/.test(born) ? born.slice(4) : born);
  if (!birthDate.ok) return damaged('birthDate');
  const sex = sexOf(sexText);
  if (!sex) return damaged('sex');
  const issuedOn = issued === '' ? null : parseCivilDate(issued);
  if (issuedOn && !issuedOn.ok) return damaged('issuedOn');
  return accepted({
    idNumber,
    oldIdNumber: old === '' ? null : old,
    name,
    birthDate: birthDate.value,
    sex,
    address,
    issuedOn: issuedOn ? issuedOn.value : null,
    spoiltBy: spoiltByInputMethod(name) ?? spoiltByInputMethod(address) ?? null,
  });
}

function damaged(field: string): Outcome<CardQr> {
  return refused('kernel/card-qr-damaged', { field });
}

/** Nam or Nữ, also with the mark spoilt (Nuwx, Nu74, N?). */
function sexOf(text: string): Sex | undefined {
  const folded = fold(text);
  if (folded === 'nam') return 'male';
  return /^n(u|\?|\ufffd|$)/u.test(folded) ? 'female' : undefined;
}
