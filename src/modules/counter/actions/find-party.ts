import { parseIdNumber, parseTaxCode } from '#kernel/identity-numbers.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { findKnownPerson, type Party } from '#modules/dossiers/index.ts';
import type { CounterDeps } from '../deps.ts';
import { type Fields, textOf } from '../rules/fields.ts';
import type { By } from './by.ts';

/** Somebody known by the number that stands in a part of the page; only by the whole number. */
export async function findParty(
  deps: CounterDeps,
  by: By,
  page: { readonly fields: Fields; readonly prefix: string; readonly agencyId: string },
): Promise<Outcome<Party | null>> {
  const number = numberOf(page.fields, page.prefix);
  return number ? findKnownPerson(deps, { ...by, agencyId: page.agencyId }, number) : accepted(null);
}

function numberOf(fields: Fields, prefix: string): string | undefined {
  if (textOf(fields, `${prefix}.kind`) === 'organisation') {
    const code = parseTaxCode(textOf(fields, `${prefix}.tax-code`));
    return code.ok ? code.value : undefined;
  }
  const read = parseIdNumber(textOf(fields, `${prefix}.id-number`));
  return read.ok ? read.value.number : undefined;
}
