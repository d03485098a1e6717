import type { Charge } from '#modules/cash/index.ts';
import type { BookKind } from './books.ts';
import { FEE_BASIS } from './fee.ts';
import type { CertificationRequest } from './read-request.ts';

/**
 * What the drawer is told: a line a document, by its kind only (its name is typed and may name people). In dong; an
 * exemption is of the whole.
 */
export function chargeOf(
  { documents, exemption, feeWay }: Pick<CertificationRequest, 'documents' | 'exemption' | 'feeWay'>,
  kind: BookKind,
  say: (key: string) => string,
): Charge {
  const lines = documents.map(({ fee: { each, quantity, amount } }) => ({
    what: say(`certification.charge.${kind}`),
    quantity,
    sets: 1,
    unit: each,
    basis: FEE_BASIS,
    full: amount,
    exempted: exemption ? amount : 0,
    due: exemption ? 0 : amount,
  }));
  const ground = exemption && {
    key: exemption.ground,
    name: say(`certification.exempt.${exemption.ground}`),
    proof: exemption.reason || null,
  };
  return { lines, exemption: ground, way: feeWay };
}
