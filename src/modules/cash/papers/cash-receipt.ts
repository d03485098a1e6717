import type { CashReceiptContent, PaperFeeLine } from '#modules/documents/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { ChargeLine } from '../rules/charge.ts';
import type { NewPayment } from '../store/payments.ts';
import { amountInWords, type MoneyPaper } from './money-paper.ts';

/** Biên lai: who paid what to whom, by which rule. */
export function cashReceiptContent(
  t: Words,
  paper: MoneyPaper,
  { lines, amount }: Pick<NewPayment, 'lines' | 'amount'>,
  exemption: CashReceiptContent['exemption'],
): CashReceiptContent {
  return {
    ...paper,
    lines: lines.map((line) => lineOnPaper(t, line)),
    exemption,
    total: amount,
    totalInWords: amountInWords(amount),
    paidAt: paper.issuedAt,
  };
}

function lineOnPaper(t: Words, { what, quantity, sets, full, basis }: ChargeLine): PaperFeeLine {
  const many = sets === 1 ? String(quantity) : t('cash.paper.quantity', { quantity, sets });
  return {
    what: t('cash.line.text', { per: what }),
    quantity: many,
    amount: full,
    basis,
  };
}
