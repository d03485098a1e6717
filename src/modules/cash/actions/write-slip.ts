import { dateOf } from '#kernel/civil-date.ts';
import { regimeOn } from '#modules/catalogue/index.ts';
import { freezePaper, nextRegisterNumber } from '#modules/documents/index.ts';
import { getOffice } from '#modules/identity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CashDeps } from '../deps.ts';
import { giveBackSlipContent, type SlipFacts } from '../papers/give-back-slip.ts';
import { receiptNumber } from '../rules/receipt-number.ts';

const REGISTER = 'cash-give-back';

export type ToSlip = Pick<
  SlipFacts,
  'payment' | 'payer' | 'given' | 'reason' | 'method' | 'now' | 'receiptNumber' | 'officer'
>;

/** The next number of the one-stop's slips of the year and the paper that carries it: both or neither. */
export async function writeSlip(
  tx: Tx,
  deps: CashDeps,
  slip: ToSlip,
): Promise<{ readonly id: string; readonly number: string }> {
  const { payment, now } = slip;
  const day = dateOf(now);
  const year = Number(day.slice(0, 4));
  const series = { officeId: payment.officeId, register: REGISTER, year };
  const given = await nextRegisterNumber(tx, series);
  const number = receiptNumber(given, year);
  const id = await freezePaper(tx, deps, {
    purpose: 'give-back-slip',
    regime: regimeOn(day),
    officeId: payment.officeId,
    subjectId: payment.dossierId,
    number,
    frozenAt: now,
    register: { register: REGISTER, year, number: given },
    content: giveBackSlipContent({
      ...slip,
      agency: await getOffice(tx, payment.agencyId),
      oneStop: await getOffice(tx, payment.officeId),
      demo: deps.demo,
      link: deps.linkTo(payment.dossierNumber),
      number,
    }),
  });
  return { id, number };
}
