import type { CardQr } from '#kernel/card-qr.ts';
import { formatPartialDate, type PartialDate } from '#kernel/partial-date.ts';
import type { Party } from '#modules/dossiers/index.ts';
import type { Fields } from './fields.ts';
import type { Offer } from './read-request.ts';

/** A page that nobody has typed in yet. */
export function firstFields(code: string, { cases }: Pick<Offer, 'cases'>): Fields {
  const usual = cases.find((one) => one.key === 'thong-thuong') ?? cases[0];
  return { code, 'fee-way': 'cash', ...(usual ? { case: usual.key } : {}) };
}

/** What the chip card says, in the fields of the person; telephone and the rest stay. */
export function cardFields(card: CardQr): Fields {
  return {
    name: card.name,
    'id-number': card.idNumber,
    'birth-date': formatPartialDate(card.birthDate),
    sex: card.sex,
    address: card.address,
  };
}

/** Somebody known from an earlier dossier; of an organisation also who came last. */
export function knownFields(party: Party): Fields {
  const own =
    party.kind === 'organisation'
      ? { 'org-name': party.name, 'org-address': party.address, 'tax-code': party.taxCode }
      : {
          name: party.name,
          'id-number': party.idNumber ?? '',
          'birth-date': party.birthDate ? formatPartialDate(party.birthDate as PartialDate) : '',
          sex: party.sex ?? '',
        };
  const fields = {
    ...own,
    address: party.kind === 'person' ? party.address : '',
    phone: party.phone ?? '',
    email: party.email ?? '',
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
