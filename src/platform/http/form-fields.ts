import { cleanLine, cleanLines } from '#kernel/vietnamese-text.ts';

export type FormFields = Readonly<Record<string, string | string[]>>;

/** Secrets stay exactly as typed and are never sent back. */
export const SECRET_FIELD = /mat-khau|password/i;

/** NFC, no NUL, no invisible or direction marks, ends trimmed: whatever comes in at the door. */
export function cleanText(value: string): string {
  return value.includes('\n') ? cleanLines(value).text : cleanLine(value).text;
}

export class FieldCollector {
  readonly #fields = new Map<string, string | string[]>();

  add(name: string, value: string): void {
    const clean = SECRET_FIELD.test(name) ? value : cleanText(value);
    const before = this.#fields.get(name);
    if (before === undefined) this.#fields.set(name, clean);
    else this.#fields.set(name, [...(Array.isArray(before) ? before : [before]), clean]);
  }

  get(name: string): string | string[] | undefined {
    return this.#fields.get(name);
  }

  /** All but the form token. */
  fields(tokenField: string): FormFields {
    return Object.fromEntries([...this.#fields].filter(([name]) => name !== tokenField));
  }
}

/** Cleans params and query, which come parsed. */
export function cleanValues(values: unknown): Record<string, unknown> {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return cleanText(value);
    return Array.isArray(value) ? value.map(clean) : value;
  };
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, clean(value)]));
}

/** Pairs for hidden inputs, to send the same form once more; secrets left out. */
export function resendable(fields: FormFields): readonly (readonly [string, string])[] {
  return Object.entries(fields)
    .filter(([name]) => !SECRET_FIELD.test(name))
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
}
