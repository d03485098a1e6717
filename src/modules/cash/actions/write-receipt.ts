import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { exemptionOf, listFeeExemptions, regimeOn } from '#modules/catalogue/index.ts';
import { freezePaper, nextRegisterNumber } from '#modules/documents/index.ts';
import { titleInWords } from '#modules/dossiers/index.ts';
import { getOffice } from '#modules/identity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ByPost, CashDeps } from '../deps.ts';
import { cashReceiptContent, type Payer } from '../papers/cash-receipt.ts';
import type { Method } from '../rules/charge.ts';
import { receiptNumber } from '../rules/receipt-number.ts';
import type { NewPayment } from '../store/payments.ts';

const REGISTER = 'cash-receipt';

export interface ToReceipt {
  readonly payment: NewPayment;
  readonly method: Method;
  readonly payer: Payer;
  readonly now: Instant;
}

/** The next number of the one-stop's year and the paper that carries it: both or neither. */
export async function writeReceipt(
  tx: Tx,
  deps: CashDeps,
  { actor, post }: ByPost,
  { payment, method, payer, now }: ToReceipt,
): Promise<{ readonly id: string; readonly number: string }> {
  const day = dateOf(now);
  const year = Number(day.slice(0, 4));
  const series = { officeId: payment.officeId, register: REGISTER, year };
  const given = await nextRegisterNumber(tx, series);
  const number = receiptNumber(given, year);
  const id = await freezePaper(tx, deps, {
    purpose: 'cash-receipt',
    regime: regimeOn(day),
    officeId: payment.officeId,
    subjectId: payment.dossierId,
    number,
    frozenAt: now,
    register: { register: REGISTER, year, number: given },
    content: cashReceiptContent({
      agency: await getOffice(tx, payment.agencyId),
      oneStop: await getOffice(tx, payment.officeId),
      now,
      demo: deps.demo,
      link: deps.linkTo(payment.dossierNumber),
      t: deps.paperWords,
      number,
      dossierNumber: payment.dossierNumber,
      payer,
      procedure: { code: payment.procedureCode, name: payment.procedureName },
      lines: payment.lines,
      exemption: await exemptionOnPaper(tx, payment),
      total: payment.amount,
      method,
      officer: { name: actor.name, title: titleInWords(deps.paperWords, post) },
    }),
  });
  return { id, number };
}

async function exemptionOnPaper(tx: Tx, payment: NewPayment) {
  const { exempted, exemptionKey } = payment;
  if (exempted === 0 || exemptionKey === null) return null;
  const all = await listFeeExemptions(tx);
  const found = exemptionOf(all, exemptionKey, dateOf(payment.createdAt));
  return { name: found?.name.vi ?? exemptionKey, amount: exempted };
}
