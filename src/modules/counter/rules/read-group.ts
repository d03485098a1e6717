import type { CivilDate } from '#kernel/civil-date.ts';
import { type Party, plainNumber } from '#modules/dossiers/index.ts';
import { type Fields, textOf } from './fields.ts';
import type { Problems } from './problems.ts';
import { readParty } from './read-party.ts';

/** One press makes at most this many dossiers, the first person's among them. */
export const MOST_OF_GROUP = 20;
const cells = ['name', 'id-number', 'birth-date', 'address'] as const;

const known = /^rows\.1?\d\.(?:name|id-number|birth-date|address)$/;

/** The rows as typed, and nothing else of the form. */
export function rowsIn(form: Readonly<Record<string, string | readonly string[]>>): Fields {
  const pairs = Object.entries(form).map(([name, value]) => [name, [value].flat().at(-1) ?? ''] as const);
  return Object.fromEntries(pairs.filter(([name, value]) => known.test(name) && value !== ''));
}

/**
 * The persons of the rows in which something stands. One without a card has a birth date instead; an address left
 * out is that of the first person. The same number twice is a mistake.
 */
export function readRows(
  rows: Fields,
  first: { readonly address: string; readonly numbers: readonly string[]; readonly today: CivilDate },
  problems: Problems,
): Party[] {
  const seen = new Set(first.numbers.map(plainNumber));
  return Array.from({ length: MOST_OF_GROUP - 1 }, (_, index) => `rows.${index}`).flatMap((prefix) => {
    if (cells.every((cell) => textOf(rows, `${prefix}.${cell}`).trim() === '')) return [];
    const number = textOf(rows, `${prefix}.id-number`).trim();
    const fields = {
      ...rows,
      [`${prefix}.address`]: textOf(rows, `${prefix}.address`).trim() || first.address,
      ...(number === '' ? { [`${prefix}.no-id`]: '1' } : {}),
    };
    if (number && seen.has(plainNumber(number)))
      problems.add(`${prefix}.id-number`, 'counter/twice-in-group');
    seen.add(plainNumber(number));
    return [readParty({ fields, prefix, need: 'all', today: first.today }, problems)];
  });
}
