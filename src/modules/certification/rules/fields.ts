import { type Fields, keepFields } from '#kernel/typed-fields.ts';

export { type Fields, isTicked, textOf } from '#kernel/typed-fields.ts';

export const MOST_DOCUMENTS = 20;

const known = new RegExp(
  [
    '^(?:code|existing|find|name|id-number|birth-date|sex|address|phone|email|checked|org-name|org-address|tax-code)$',
    '^(?:case|added-time|added-value|fee-way|exempt|exempt-reason|electronic|note)$',
    '^documents\\.1?\\d\\.(?:name|pages|copies|who)$',
  ].join('|'),
);

/** Those of this page. */
export function fieldsOf(form: Readonly<Record<string, string | readonly string[]>>): Fields {
  return keepFields(form, known);
}

/** Prefixes of the documents, in order; one row is always there. */
export function documentPrefixes(fields: Fields): string[] {
  const numbers = Object.keys(fields).map((name) => /^documents\.(\d+)\./.exec(name)?.[1]);
  const distinct = [...new Set(numbers.filter((one) => one !== undefined).map(Number))];
  const sorted = distinct.sort((a, b) => a - b).map((number) => `documents.${number}`);
  return sorted.length > 0 ? sorted : ['documents.0'];
}

/** Rows in which something is said; rows that were opened and left alone count for nothing. */
export function writtenPrefixes(fields: Fields): string[] {
  const isWritten = (prefix: string) => ['name', 'pages', 'who'].some((one) => fields[`${prefix}.${one}`]);
  const all = documentPrefixes(fields);
  const written = all.filter(isWritten);
  return written.length > 0 ? written : all.slice(0, 1);
}

/** One row more, as a person would write it: once. Undefined when there are as many as the page takes. */
export function withOneMore(
  fields: Fields,
): { readonly fields: Fields; readonly prefix: string } | undefined {
  const rows = documentPrefixes(fields);
  if (rows.length >= MOST_DOCUMENTS) return undefined;
  const packed = rows.map((prefix, index) => partOf(fields, prefix, `documents.${index}`));
  const prefix = `documents.${rows.length}`;
  const all = Object.assign({}, ...packed, { [`${prefix}.copies`]: '1' }) as Fields;
  return { fields: { ...withoutDocuments(fields), ...all }, prefix };
}

export function withoutDocument(fields: Fields, prefix: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith(`${prefix}.`)));
}

function partOf(fields: Fields, prefix: string, renamed: string): Fields {
  const own = Object.entries(fields).filter(([name]) => name.startsWith(`${prefix}.`));
  const part = own.map(([name, value]) => [`${renamed}${name.slice(prefix.length)}`, value] as const);
  return part.length > 0 ? Object.fromEntries(part) : { [`${renamed}.copies`]: '1' };
}

function withoutDocuments(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('documents.')));
}
