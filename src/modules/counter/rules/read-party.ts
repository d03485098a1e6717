import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { doubtsOfCitizenId, parseIdNumber, parseTaxCode, type Sex } from '#kernel/identity-numbers.ts';
import { type PartialDate, parsePartialDate } from '#kernel/partial-date.ts';
import type { IdKind, OrganisationParty, Party, PersonParty } from '#modules/dossiers/index.ts';
import { type Fields, isTicked, textOf } from './fields.ts';
import { longest, type Problems, readText } from './problems.ts';

/** What must be there: all of it to accept, only the name to ask for the rest or to refuse. */
export type Need = 'all' | 'name';

export interface PartyQuestion {
  readonly fields: Fields;
  readonly prefix: string;
  readonly need: Need;
  readonly today: CivilDate;
}

export function readParty(question: PartyQuestion, problems: Problems): Party {
  const { fields, prefix } = question;
  const isOrganisation = textOf(fields, `${prefix}.kind`) === 'organisation';
  return isOrganisation ? readOrganisation(question, problems) : readPerson(question, problems);
}

function readPerson(question: PartyQuestion, problems: Problems): PersonParty {
  const { fields, prefix, need } = question;
  const text = (name: string, most: number) =>
    readText(problems, `${prefix}.${name}`, textOf(fields, `${prefix}.${name}`), most);
  const name = text('name', longest.name);
  const address = text('address', longest.address);
  if (!/\p{L}/u.test(name)) problems.add(`${prefix}.name`, 'counter/name-missing');
  if (need === 'all' && !address) problems.add(`${prefix}.address`, 'counter/address-missing');
  const birthDate = readBirthDate(question, problems);
  const sex = readSex(fields, prefix);
  const id = readIdNumber(question, problems, { birthDate, sex });
  return { kind: 'person', name, ...id, birthDate, sex, address, ...readContact(question, problems) };
}

function readSex(fields: Fields, prefix: string): Sex | null {
  const sex = textOf(fields, `${prefix}.sex`);
  return sex === 'male' || sex === 'female' ? sex : null;
}

/** The law sometimes knows only the year; a child without a card must have some date. */
function readBirthDate(
  { fields, prefix, need, today }: PartyQuestion,
  problems: Problems,
): PartialDate | null {
  const field = `${prefix}.birth-date`;
  const typed = textOf(fields, field);
  if (typed === '') {
    if (need === 'all' && isTicked(fields, `${prefix}.no-id`))
      problems.add(field, 'counter/birth-date-missing');
    return null;
  }
  const read = parsePartialDate(typed, field);
  if (!read.ok) {
    problems.addRefusal(read.refusal, field);
    return null;
  }
  // `2022-12` begins after `2022-07-28`, `2022` does not: compared as far as the date is known
  if (read.value > today.slice(0, read.value.length))
    problems.add(field, 'counter/born-in-future', { today: formatCivilDate(today) });
  return read.value;
}

interface Id {
  readonly idKind: IdKind;
  readonly idNumber: string | null;
}

const kinds = { 'citizen-id': 'cccd', 'old-id': 'cmnd', passport: 'passport' } as const;

/** Which paper it is follows from the number: 12 digits, 9 digits, letters and digits. */
function readIdNumber(
  { fields, prefix, need }: PartyQuestion,
  problems: Problems,
  person: { readonly birthDate: PartialDate | null; readonly sex: Sex | null },
): Id {
  const field = `${prefix}.id-number`;
  const typed = textOf(fields, field);
  const none = { idKind: 'none', idNumber: null } as const;
  if (isTicked(fields, `${prefix}.no-id`)) {
    if (typed !== '') problems.add(field, 'counter/number-and-no-card');
    return none;
  }
  if (typed === '') {
    if (need === 'all') problems.add(field, 'counter/id-number-missing');
    return none;
  }
  const read = parseIdNumber(typed, field);
  if (!read.ok) {
    problems.addRefusal(read.refusal, field);
    return none;
  }
  const { kind, number } = read.value;
  const doubts = kind === 'citizen-id' ? doubtsOfCitizenId(number, person) : [];
  if (!isTicked(fields, `${prefix}.checked`))
    for (const doubt of doubts) problems.add(field, `counter/${doubt}`);
  return { idKind: kinds[kind], idNumber: number };
}

function readOrganisation(question: PartyQuestion, problems: Problems): OrganisationParty {
  const { fields, prefix, need } = question;
  const text = (name: string, most: number) =>
    readText(problems, `${prefix}.${name}`, textOf(fields, `${prefix}.${name}`), most);
  const name = text('org-name', longest.name);
  const address = text('org-address', longest.address);
  const representative = text('representative', longest.name) || null;
  if (!/[\p{L}\p{N}]/u.test(name)) problems.add(`${prefix}.org-name`, 'counter/organisation-missing');
  if (need === 'all' && !address) problems.add(`${prefix}.org-address`, 'counter/seat-missing');
  const taxCode = readTaxCode(question, problems);
  return { kind: 'organisation', name, taxCode, representative, address, ...readContact(question, problems) };
}

function readTaxCode({ fields, prefix, need }: PartyQuestion, problems: Problems): string {
  const field = `${prefix}.tax-code`;
  const typed = textOf(fields, field);
  if (typed === '') {
    if (need === 'all') problems.add(field, 'counter/tax-code-missing');
    return '';
  }
  const read = parseTaxCode(typed, field);
  if (read.ok) return read.value;
  const checked = read.refusal.code === 'kernel/wrong-tax-code' && isTicked(fields, `${prefix}.checked`);
  if (!checked) problems.addRefusal(read.refusal, field);
  return typed.replace(/[\s.-]/gu, '');
}

function readContact({ fields, prefix }: PartyQuestion, problems: Problems) {
  const phone = readText(problems, `${prefix}.phone`, textOf(fields, `${prefix}.phone`), longest.phone);
  const email = readText(problems, `${prefix}.email`, textOf(fields, `${prefix}.email`), longest.email);
  if (phone && !/^\+?[\d\s().-]{8,}$/.test(phone)) problems.add(`${prefix}.phone`, 'counter/wrong-phone');
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    problems.add(`${prefix}.email`, 'counter/wrong-email');
  return { phone: phone || null, email: email || null };
}

/** Refusals that end when the clerk has compared with the paper and says so. */
export const doubtCodes: readonly string[] = [
  'counter/unknown-place',
  'counter/sex-differs',
  'counter/birth-year-differs',
  'kernel/wrong-tax-code',
];
