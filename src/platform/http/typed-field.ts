import { z } from 'zod';

/**
 * A field as it was typed, of any length; twice in a form, the last one counts. What is wrong with it its page
 * says, with the text still there: a schema that refuses would only leave a page without it.
 */
export const typedField = z
  .union([z.string(), z.array(z.string())])
  .default('')
  .transform((value) => [value].flat().at(-1) ?? '');
