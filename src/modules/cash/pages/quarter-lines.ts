import type { Words } from '#platform/i18n/words.ts';
import type { QuarterFigures, Sums } from '../rules/fee-settlement.ts';
import { money } from './money-text.ts';

/** One number of the settlement: how it is counted, and which list lies behind it (null: none of its own). */
export interface QuarterLine {
  readonly key: string;
  readonly value: string;
  readonly kind: DetailKind | null;
}

export const detailKinds = ['taken', 'voided', 'given-back', 'all', 'exempted'] as const;
export type DetailKind = (typeof detailKinds)[number];

/** The numbers in the order of the printed settlement; page and sheet say the same. */
export function quarterLines(t: Words, figures: QuarterFigures): QuarterLine[] {
  const { receipts, whole, cash, transfer, exempted, treasury } = figures;
  const range = receipts.first
    ? t('cash.quarter.range', { from: receipts.first, to: receipts.last ?? '' })
    : t('cash.quarter.no-range');
  const both = (part: keyof Sums) =>
    t('cash.quarter.both', { cash: money(cash[part]), transfer: money(transfer[part]) });
  return [
    { key: 'issued', value: String(receipts.issued), kind: 'taken' },
    { key: 'numbers', value: range, kind: 'taken' },
    { key: 'void-receipts', value: String(receipts.voided), kind: 'voided' },
    { key: 'taken', value: `${money(whole.taken)} (${both('taken')})`, kind: 'taken' },
    { key: 'voided', value: `${money(whole.voided)} (${both('voided')})`, kind: 'voided' },
    { key: 'given-back', value: `${money(whole.givenBack)} (${both('givenBack')})`, kind: 'given-back' },
    { key: 'net', value: `${money(whole.net)} (${both('net')})`, kind: 'all' },
    {
      key: 'exempted',
      value: t('cash.quarter.exempted', { n: exempted.payments, amount: money(exempted.amount) }),
      kind: 'exempted',
    },
    { key: 'treasury', value: money(treasury), kind: null },
    { key: 'left', value: money(whole.net - treasury), kind: null },
  ];
}
