import { parseCardQr } from '#kernel/card-qr.ts';
import { parseIdNumber, parseTaxCode } from '#kernel/identity-numbers.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { findKnownPerson, type Party } from '#modules/dossiers/index.ts';
import type { CertificationDeps } from '../deps.ts';
import { type Fields, textOf } from '../rules/fields.ts';
import { cardFields } from '../rules/first-fields.ts';
import type { By } from './by.ts';

export type FoundPerson =
  /** The text of a chip card's code: it says everything. */
  | { readonly kind: 'card'; readonly fields: Fields; readonly spoiltBy: string | null }
  | { readonly kind: 'known'; readonly person: Party }
  | { readonly kind: 'unknown'; readonly number: string };

/**
 * Reads what stands in the one field where a reader types and a clerk does: the code of a card, or a whole
 * number by which somebody is known from an earlier dossier (logged as a read of that dossier).
 * Refusals: `number-to-find-missing`, `dossiers/too-many-tries`, and the kernel's on cards and numbers.
 */
export async function findPerson(
  deps: CertificationDeps,
  by: By,
  page: { readonly fields: Fields; readonly agencyId: string },
): Promise<Outcome<FoundPerson>> {
  const typed = textOf(page.fields, 'find');
  if (typed === '') return refused('certification/number-to-find-missing', undefined, 'find');
  if (typed.includes('|')) {
    const card = parseCardQr(typed);
    if (!card.ok) return { ...card, refusal: { ...card.refusal, field: 'find' } };
    return accepted({ kind: 'card', fields: cardFields(card.value), spoiltBy: card.value.spoiltBy });
  }
  const read = readNumber(typed);
  if (!read.ok) return read;
  const number = read.value;
  const known = await findKnownPerson(deps, { ...by, agencyId: page.agencyId }, number);
  if (!known.ok) return { ...known, refusal: { ...known.refusal, field: 'find' } };
  if (known.value) return accepted({ kind: 'known', person: known.value });
  return accepted({ kind: 'unknown', number });
}

/** Of a person's paper, or the tax code of an organisation: ten digits or thirteen. */
function readNumber(typed: string): Outcome<string> {
  if (/^(\d[\s.-]*){10}((\d[\s.-]*){3})?$/.test(typed.trim())) return parseTaxCode(typed, 'find');
  const read = parseIdNumber(typed, 'find');
  return read.ok ? accepted(read.value.number) : read;
}
