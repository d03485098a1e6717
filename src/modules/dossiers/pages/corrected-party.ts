import { parseIdNumber, parseTaxCode } from '#kernel/identity-numbers.ts';
import type { Instant } from '#kernel/instant.ts';
import { parsePartialDate } from '#kernel/partial-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { IdKind, OrganisationParty, Party, PersonParty } from '../rules/filing.ts';
import type { Typed } from './command-form.ts';

export interface PartyEntry {
  readonly key: string;
  readonly party: Party;
}

const kinds = { 'citizen-id': 'cccd', 'old-id': 'cmnd', passport: 'passport' } as const;
const phoneForm = /^\+?[\d\s().-]{8,}$/;
const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A party as corrected; what a field cannot be is refused beside it, what was not touched is left as it is. */
export function correctedParty(typed: Typed, { key, party }: PartyEntry, now: Instant): Outcome<Party> {
  const name = typed.one(`${key}.name`).trim();
  const address = typed.one(`${key}.address`).trim();
  const phone = typed.orNull(`${key}.phone`);
  const email = typed.orNull(`${key}.email`);
  if (!/[\p{L}\p{N}]/u.test(name)) return refused('dossiers/name-missing', undefined, `${key}.name`);
  if (!address && party.address) return refused('dossiers/address-missing', undefined, `${key}.address`);
  if (phone && phone !== party.phone && !phoneForm.test(phone))
    return refused('dossiers/wrong-phone', { value: phone }, `${key}.phone`);
  if (email && email !== party.email && !emailForm.test(email))
    return refused('dossiers/wrong-email', { value: email }, `${key}.email`);
  const common = { name, address, phone, email };
  return party.kind === 'organisation'
    ? correctedOrganisation({ ...party, ...common }, typed.orNull(`${key}.number`), `${key}.number`)
    : correctedPerson({ ...party, ...common }, typed, key, now);
}

function correctedOrganisation(
  party: OrganisationParty,
  typed: string | null,
  field: string,
): Outcome<OrganisationParty> {
  if (typed === null || typed === party.taxCode) return accepted(party);
  const taxCode = parseTaxCode(typed, field);
  return taxCode.ok ? accepted({ ...party, taxCode: taxCode.value }) : taxCode;
}

function correctedPerson(party: PersonParty, typed: Typed, key: string, now: Instant): Outcome<PersonParty> {
  const id = correctedId(party, typed.orNull(`${key}.number`), `${key}.number`);
  if (!id.ok) return id;
  const born = typed.orNull(`${key}.born`);
  if (born === null) return accepted({ ...party, ...id.value, birthDate: null });
  const read = parsePartialDate(born, `${key}.born`);
  if (!read.ok) return read;
  // `2022-12` begins after `2022-07-28`, `2022` does not: compared as far as the date is known
  if (read.value > now.slice(0, read.value.length))
    return refused('dossiers/born-in-future', undefined, `${key}.born`);
  return accepted({ ...party, ...id.value, birthDate: read.value });
}

/** Which paper it is follows from the number. */
function correctedId(
  { idKind, idNumber }: PersonParty,
  typed: string | null,
  field: string,
): Outcome<{ readonly idKind: IdKind; readonly idNumber: string | null }> {
  if (typed === null) return accepted({ idKind: 'none', idNumber: null });
  if (typed === idNumber) return accepted({ idKind, idNumber });
  const read = parseIdNumber(typed, field);
  return read.ok ? accepted({ idKind: kinds[read.value.kind], idNumber: read.value.number }) : read;
}
