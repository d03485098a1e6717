import type { GiveBackSlipContent } from '#modules/documents/index.ts';
import { type GivenBack, type PaidPart, remainsOf } from '../rules/give-back.ts';
import { amountInWords, type MoneyPaper } from './money-paper.ts';

export interface SlipFacts {
  readonly receiptNumber: string;
  readonly reason: string;
  readonly before: PaidPart;
  readonly given: GivenBack;
}

/** Phiếu trả lại tiền: what of a receipt went back to whom, and what remains of it. */
export function giveBackSlipContent(
  paper: MoneyPaper,
  { receiptNumber, reason, before, given }: SlipFacts,
): GiveBackSlipContent {
  return {
    ...paper,
    ...{ receiptNumber, reason },
    paid: before.amount,
    givenBackBefore: before.givenBack,
    amount: given.now,
    amountInWords: amountInWords(given.now),
    remains: remainsOf(given),
    givenAt: paper.issuedAt,
  };
}
