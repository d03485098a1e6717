import type { CivilDate } from '#kernel/civil-date.ts';
import { doubtsOfCitizenId, parseIdNumber, parseTaxCode } from '#kernel/identity-numbers.ts';
import { type PartialDate, parsePartialDate } from '#kernel/partial-date.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import type { IdKind, OrganisationParty, Party, PersonParty } from '#modules/dossiers/index.ts';
import type { ColumnKey } from './columns.ts';
import type { RowReader } from './doubt.ts';

const kinds = { 'citizen-id': 'cccd', 'old-id': 'cmnd', passport: 'passport' } as const;
const persons = ['', 'ca nhan', 'cong dan', 'nguoi dan'];
const organisations = ['to chuc', 'doanh nghiep', 'co quan', 'hop tac xa'];

export function readApplicant(reader: RowReader, today: CivilDate): Party {
  const kind = fold(reader.text('applicant-kind'));
  if (!persons.includes(kind) && !organisations.includes(kind))
    reader.error('kind-unknown', 'applicant-kind');
  return organisations.includes(kind) ? readOrganisation(reader) : readPerson(reader, today);
}

function readPerson(reader: RowReader, today: CivilDate): PersonParty {
  const birthDate = readBirthDate(reader, today);
  const name = readName(reader, 'name');
  const id = readId(reader, 'id-number', birthDate);
  return { kind: 'person', name, ...id, birthDate, sex: null, ...readContact(reader) };
}

/** Who comes instead: name and number, the rest was not asked. */
export function readAuthorised(reader: RowReader): Party | null {
  if (reader.text('authorised-name') === '') {
    if (reader.text('authorised-id') !== '') reader.error('authorised-unnamed', 'authorised-name');
    return null;
  }
  const name = readName(reader, 'authorised-name');
  const id = readId(reader, 'authorised-id', null);
  const nothing = { birthDate: null, sex: null, address: '', phone: null, email: null } as const;
  return { kind: 'person', name, ...id, ...nothing };
}

function readOrganisation(reader: RowReader): OrganisationParty {
  const name = reader.text('name');
  if (!/[\p{L}\p{N}]/u.test(name)) reader.error('name-missing', 'name');
  const typed = reader.text('id-number');
  const read = parseTaxCode(typed);
  if (typed === '') reader.warning('tax-code-missing', 'id-number');
  else if (!read.ok) reader.warning('tax-code-wrong', 'id-number');
  const taxCode = read.ok ? read.value : typed;
  const representative = reader.text('representative') || null;
  return { kind: 'organisation', name, taxCode, representative, ...readContact(reader) };
}

function readName(reader: RowReader, column: ColumnKey): string {
  const name = reader.text(column);
  if (!/\p{L}/u.test(name)) reader.error('name-missing', column);
  else if (/\d/.test(name)) reader.warning('name-odd', column);
  else if (name.length > 3 && name === name.toLocaleUpperCase('vi')) reader.warning('name-capitals', column);
  return name;
}

function readBirthDate(reader: RowReader, today: CivilDate): PartialDate | null {
  const typed = reader.text('birth-date');
  if (typed === '') return null;
  const read = parsePartialDate(typed);
  if (read.ok && read.value <= today.slice(0, read.value.length)) return read.value;
  reader.error(read.ok ? 'born-in-future' : 'date-unreadable', 'birth-date');
  return null;
}

interface Id {
  readonly idKind: IdKind;
  readonly idNumber: string | null;
}

/** Spreadsheets that take a number for a quantity cut its zeros at the front. */
function readId(reader: RowReader, column: ColumnKey, birthDate: PartialDate | null): Id {
  const typed = reader.text(column);
  const none = { idKind: 'none', idNumber: null } as const;
  if (typed === '') {
    reader.warning('id-missing', column);
    return none;
  }
  const read = parseIdNumber(typed);
  if (!read.ok) {
    reader.error(/^\d{8}$|^\d{10,11}$/.test(typed) ? 'id-zero-lost' : 'id-wrong', column);
    return none;
  }
  const { kind, number } = read.value;
  const doubts = kind === 'citizen-id' ? doubtsOfCitizenId(number, { birthDate }) : [];
  for (const doubt of doubts) if (doubt !== 'sex-differs') reader.warning(`id-${doubt}`, column); // a file says nothing of it
  return { idKind: kinds[kind], idNumber: number };
}

function readContact(reader: RowReader) {
  const [address, phone] = [reader.text('address'), reader.text('phone')];
  if (address === '') reader.error('address-missing', 'address');
  const digits = phone.replace(/[\s().-]/g, '');
  if (phone !== '' && !/^(\+84|84|0)[2-9]\d{8,9}$/.test(digits)) reader.warning('phone-wrong', 'phone');
  return { address, phone: phone || null, email: null };
}
