import { type DocumentFee, exemptionsOf } from './fee.ts';
import { type Fields, textOf, writtenPrefixes } from './fields.ts';
import { Problems } from './problems.ts';
import { type Offer, readDocument } from './read-request.ts';

/** What one row costs as far as it is typed; null while its numbers are not there yet. */
export interface FeeLine {
  readonly prefix: string;
  readonly name: string;
  readonly fee: DocumentFee | null;
}

export function feeLines(fields: Fields, offer: Offer): FeeLine[] {
  return writtenPrefixes(fields).map((prefix) => {
    const problems = new Problems();
    const { name, fee } = readDocument(fields, prefix, offer, problems);
    const isOpen = problems.list.some(({ field }) => /\.(?:pages|copies)$/.test(field ?? ''));
    return { prefix, name, fee: isOpen ? null : fee };
  });
}

export function isExempt(fields: Fields, { kind }: Pick<Offer, 'kind'>): boolean {
  return exemptionsOf(kind).some((one) => one === textOf(fields, 'exempt'));
}
