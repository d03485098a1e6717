import type { Commitment } from '#modules/catalogue/index.ts';
import type { Filing } from './filing.ts';

/**
 * Whether what the agency promises is shorter than the limit of this very dossier: of a procedure with several cases one may be
 * shorter already. Where time was added for a reason of the law, the promise was not made for it.
 */
export function shortens(
  promised: Commitment,
  { limit, addedTime }: Pick<Filing, 'limit' | 'addedTime'>,
): boolean {
  if (limit === null || addedTime !== null) return false;
  const { unit, value } = promised.limit;
  return unit === limit.unit && value !== null && limit.value !== null && value < limit.value;
}
