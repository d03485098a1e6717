import type { Instant } from '#kernel/instant.ts';
import { dong, dongInWords } from '#kernel/money.ts';
import { capitalised } from '#kernel/vietnamese-text.ts';
import type { GiveBackSlipContent } from '#modules/documents/index.ts';
import { placeOf } from '#modules/dossiers/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Method } from '../rules/charge.ts';
import { type GivenBack, remainsOf } from '../rules/give-back.ts';
import type { Payment } from '../store/payments.ts';
import type { Payer } from './cash-receipt.ts';

export interface SlipFacts {
  readonly agency: OfficeInForce;
  readonly oneStop: OfficeInForce;
  readonly now: Instant;
  readonly demo: boolean;
  readonly link: string;
  readonly number: string;
  readonly receiptNumber: string;
  readonly payment: Payment;
  readonly payer: Payer;
  readonly given: GivenBack;
  readonly reason: string;
  readonly method: Method;
  readonly officer: GiveBackSlipContent['officer'];
}

/** Phiếu trả lại tiền: what of a receipt went back to whom, and what remains of it. */
export function giveBackSlipContent(facts: SlipFacts): GiveBackSlipContent {
  const { payment, given, payer } = facts;
  const inWords = dongInWords(dong(given.now));
  return {
    superior: facts.agency.name,
    office: facts.oneStop.name,
    place: placeOf(facts.agency.name),
    issuedAt: facts.now,
    demo: facts.demo,
    link: facts.link,
    number: facts.number,
    receiptNumber: facts.receiptNumber,
    dossierNumber: payment.dossierNumber,
    payer: { name: payer.name, address: payer.address || null },
    procedure: { code: payment.procedureCode, name: payment.procedureName },
    reason: facts.reason,
    paid: payment.amount,
    givenBackBefore: payment.givenBack,
    amount: given.now,
    amountInWords: capitalised(inWords),
    remains: remainsOf(given),
    method: facts.method,
    givenAt: facts.now,
    officer: facts.officer,
  };
}
