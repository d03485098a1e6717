import { z } from 'zod';

/** Lines of one page of the log. */
export const PAGE = 50;

/** `sau`: position of the last line of the page before; what is no position begins at the beginning. */
export const keysetQuery = z.object({
  sau: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .optional()
    .catch(undefined),
});

export function afterOf(query: z.infer<typeof keysetQuery>): string | null {
  return query.sau ?? null;
}
