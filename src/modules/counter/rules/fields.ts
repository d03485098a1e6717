import { type Fields, keepFields } from '#kernel/typed-fields.ts';

export { type Fields, isTicked, textOf } from '#kernel/typed-fields.ts';

export const MOST_APPLICANTS = 10;
export const MOST_EXTRA_PAPERS = 20;

const party = '(?:applicants\\.\\d|authorised)';
const partyField =
  '(?:kind|name|id-number|no-id|birth-date|sex|address|phone|email|checked|org-name|tax-code|representative|org-address)';
const count = '(?:way|originals|certified|photocopies)';
const known = new RegExp(
  [
    '^(?:case|channel|assisted|on-behalf|return|sets|note|fee-way|exemption|exemption-proof|added-time|added-value)$',
    `^${party}\\.${partyField}$`,
    `^papers\\.[a-z0-9-]{1,80}\\.(?:there|${count})$`,
    `^extra\\.1?\\d\\.(?:name|${count})$`,
    '^fees\\.\\d\\.(?:quantity|sets|amount)$',
  ].join('|'),
);

/** Those of this page. */
export function fieldsOf(form: Readonly<Record<string, string | readonly string[]>>): Fields {
  return keepFields(form, known);
}

/** Prefixes of a repeated part, in order: `applicants.0`, `applicants.1`. */
export function prefixesOf(fields: Fields, part: 'applicants' | 'extra'): string[] {
  const numbers = Object.keys(fields).map((name) => new RegExp(`^${part}\\.(\\d+)\\.`).exec(name)?.[1]);
  const distinct = [...new Set(numbers.filter((one) => one !== undefined).map(Number))];
  return distinct.sort((a, b) => a - b).map((number) => `${part}.${number}`);
}

/** The free place for one more; undefined when there are as many as the page takes. */
export function nextPrefix(fields: Fields, part: 'applicants' | 'extra'): string | undefined {
  const taken = new Set(prefixesOf(fields, part));
  const most = part === 'applicants' ? MOST_APPLICANTS : MOST_EXTRA_PAPERS;
  const free = Array.from({ length: most }, (_, index) => `${part}.${index}`);
  const last = prefixesOf(fields, part).at(-1);
  const after = last ? free.slice(free.indexOf(last) + 1) : free;
  return after[0] ?? free.find((prefix) => !taken.has(prefix));
}

export function withoutPart(fields: Fields, prefix: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith(`${prefix}.`)));
}

export function withPart(fields: Fields, prefix: string, part: Fields): Fields {
  const named = Object.entries(part).map(([name, value]) => [`${prefix}.${name}`, value] as const);
  return { ...withoutPart(fields, prefix), ...Object.fromEntries(named.filter(([, value]) => value !== '')) };
}
