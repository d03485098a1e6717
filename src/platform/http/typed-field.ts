import { z } from 'zod';
import type { Refusal } from '#kernel/refusal.ts';

/**
 * A field as it was typed, of any length; twice in a form, the last one counts. What is wrong with it its page
 * says, with the text still there: a schema that refuses would only leave a page without it.
 */
export const typedField = z
  .union([z.string(), z.array(z.string())])
  .default('')
  .transform((value) => [value].flat().at(-1) ?? '');

/** Characters that a line of a form takes where its route names no other number. */
const LINE = 300;

/** The first field with more characters than it takes, as `http/too-long`. */
export function tooLong(form: object, longest: Readonly<Record<string, number>> = {}): Refusal | undefined {
  for (const [field, value] of Object.entries(form)) {
    const most = longest[field] ?? LINE;
    if (typeof value === 'string' && [...value].length > most)
      return { code: 'http/too-long', field, params: { most } };
  }
  return undefined;
}
