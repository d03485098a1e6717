import type { Party } from '#modules/dossiers/index.ts';

/** Who asked, as who takes the papers; for an organisation its number and who came. */
export function receiverOf(party: Party): {
  readonly name: string;
  readonly idNumber: string | null;
  readonly relation: string | null;
} {
  return party.kind === 'person'
    ? { name: party.name, idNumber: party.idNumber, relation: null }
    : { name: party.representative ?? party.name, idNumber: party.taxCode, relation: party.name };
}
