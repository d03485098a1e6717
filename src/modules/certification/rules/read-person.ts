import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { doubtsOfCitizenId, parseIdNumber, parseTaxCode, type Sex } from '#kernel/identity-numbers.ts';
import { type PartialDate, parsePartialDate } from '#kernel/partial-date.ts';
import type { IdKind, Party, PersonParty } from '#modules/dossiers/index.ts';
import { type Fields, isTicked, textOf } from './fields.ts';
import { longest, type Problems, readText } from './problems.ts';

export interface PersonQuestion {
  readonly fields: Fields;
  readonly today: CivilDate;
  /** The number of a paper must be there. */
  readonly identity: boolean;
}

/** Who asks: a person, or an organisation for which a person came. */
export interface Requester {
  readonly party: Party;
  /** Who came for an organisation. */
  readonly cameFor: PersonParty | null;
}

export function readRequester(question: PersonQuestion, problems: Problems): Requester {
  const person = readPerson(question, problems);
  const { fields } = question;
  const name = readText(problems, fields, 'org-name', longest.name);
  const typed = textOf(fields, 'tax-code');
  if (name === '' && typed === '') return { party: person, cameFor: null };
  if (!/\p{L}/u.test(name)) problems.add('org-name', 'certification/organisation-missing');
  const taxCode = parseTaxCode(typed, 'tax-code');
  if (!taxCode.ok) problems.addRefusal(taxCode.refusal, 'tax-code');
  const address = readText(problems, fields, 'org-address', longest.address);
  const { phone, email } = person;
  const numbered = { taxCode: taxCode.ok ? taxCode.value : '', representative: person.name };
  return { party: { kind: 'organisation', name, ...numbered, address, phone, email }, cameFor: person };
}

/** A person with the paper that was shown. */
function readPerson(question: PersonQuestion, problems: Problems): PersonParty {
  const { fields } = question;
  const text = (name: 'name' | 'address' | 'phone' | 'email') =>
    readText(problems, fields, name, longest[name]);
  const name = text('name');
  if (!/\p{L}/u.test(name)) problems.add('name', 'certification/name-missing');
  const phone = text('phone');
  if (phone && !/^\+?[\d\s().-]{8,}$/.test(phone)) problems.add('phone', 'certification/wrong-phone');
  const birthDate = readBirthDate(question, problems);
  const sex = readSex(fields);
  const id = readIdNumber(question, problems, { birthDate, sex });
  const contact = { phone: phone || null, email: text('email') || null };
  return { kind: 'person', name, ...id, birthDate, sex, address: text('address'), ...contact };
}

function readSex(fields: Fields): Sex | null {
  const sex = textOf(fields, 'sex');
  return sex === 'male' || sex === 'female' ? sex : null;
}

function readBirthDate({ fields, today }: PersonQuestion, problems: Problems): PartialDate | null {
  const typed = textOf(fields, 'birth-date');
  if (typed === '') return null;
  const read = parsePartialDate(typed, 'birth-date');
  if (!read.ok) {
    problems.addRefusal(read.refusal, 'birth-date');
    return null;
  }
  // compared as far as the date is known
  if (read.value > today.slice(0, read.value.length))
    problems.add('birth-date', 'certification/born-in-future', { today: formatCivilDate(today) });
  return read.value;
}

const kinds = { 'citizen-id': 'cccd', 'old-id': 'cmnd', passport: 'passport' } as const;

/** Which paper it is follows from the number: 12 digits, 9 digits, letters and digits. */
function readIdNumber(
  { fields, identity }: PersonQuestion,
  problems: Problems,
  person: { readonly birthDate: PartialDate | null; readonly sex: Sex | null },
): { readonly idKind: IdKind; readonly idNumber: string | null } {
  const typed = textOf(fields, 'id-number');
  const none = { idKind: 'none', idNumber: null } as const;
  if (typed === '') {
    if (identity) problems.add('id-number', 'certification/id-number-missing');
    return none;
  }
  const read = parseIdNumber(typed, 'id-number');
  if (!read.ok) {
    problems.addRefusal(read.refusal, 'id-number');
    return none;
  }
  const { kind, number } = read.value;
  const doubts = kind === 'citizen-id' ? doubtsOfCitizenId(number, person) : [];
  if (!isTicked(fields, 'checked'))
    for (const doubt of doubts) problems.add('id-number', `certification/${doubt}`);
  return { idKind: kinds[kind], idNumber: number };
}

/** Refusals that end when the clerk has compared with the paper and says so. */
export const doubtCodes: readonly string[] = [
  'certification/unknown-place',
  'certification/sex-differs',
  'certification/birth-year-differs',
];
