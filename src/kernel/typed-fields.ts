/** What stands in the fields of a page, as typed: also what is not finished or not right yet. */
export type Fields = Readonly<Record<string, string>>;

/** Keeps the fields of a page, one value each (the last that was sent), empty ones left out. */
export function keepFields(
  form: Readonly<Record<string, string | readonly string[]>>,
  known: RegExp,
): Fields {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    const last = typeof value === 'string' ? value : value.at(-1);
    if (last && known.test(name)) fields[name] = last;
  }
  return fields;
}

export function textOf(fields: Fields, name: string): string {
  return fields[name] ?? '';
}

export function isTicked(fields: Fields, name: string): boolean {
  return fields[name] === '1';
}
