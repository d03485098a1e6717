import { dateOf } from '#kernel/civil-date.ts';
import { exemptionOf } from '#modules/catalogue/index.ts';
import { titleInWords } from '#modules/dossiers/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ByPost, CashDeps } from '../deps.ts';
import { cashReceiptContent } from '../papers/cash-receipt.ts';
import type { MoneyFacts } from '../papers/money-paper.ts';
import type { NewPayment } from '../store/payments.ts';
import { type WrittenPaper, writePaper } from './write-paper.ts';

export type ToReceipt = Omit<MoneyFacts, 'officer'>;

/** The receipt of what was taken, under the next number of the one-stop's year. */
export async function writeReceipt(
  tx: Tx,
  deps: CashDeps,
  { actor, post }: ByPost,
  taken: ToReceipt,
): Promise<WrittenPaper> {
  const { payment } = taken;
  const { paperWords: t } = deps;
  const exemption = await exemptionOnPaper(tx, deps, payment);
  const officer = { name: actor.name, title: titleInWords(t, post) };
  return writePaper(tx, deps, 'cash-receipt', { ...taken, officer }, (paper) =>
    cashReceiptContent(t, paper, payment, exemption),
  );
}

async function exemptionOnPaper(tx: Tx, { cashStores }: CashDeps, payment: NewPayment) {
  const { exempted, exemptionKey } = payment;
  if (exempted === 0 || exemptionKey === null) return null;
  const all = await cashStores.listFeeExemptions(tx);
  const found = exemptionOf(all, exemptionKey, dateOf(payment.createdAt));
  return { name: found?.name.vi ?? exemptionKey, amount: exempted };
}
