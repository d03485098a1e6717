import type { Instant } from '#kernel/instant.ts';
import { dong, dongInWords } from '#kernel/money.ts';
import { capitalised } from '#kernel/vietnamese-text.ts';
import type { CashReceiptContent, PaperHead } from '#modules/documents/index.ts';
import { placeOf } from '#modules/dossiers/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Method } from '../rules/charge.ts';
import type { NewPayment } from '../store/payments.ts';

export interface Payer {
  readonly name: string;
  readonly address: string | null;
}

/** About which money, between whom, when: the same on a receipt and on a slip. */
export interface MoneyFacts {
  readonly payment: NewPayment;
  readonly payer: Payer;
  readonly method: Method;
  readonly officer: CashReceiptContent['officer'];
  readonly now: Instant;
}

/** Of whom the paper is, and under which number. */
export interface MoneyFrame {
  readonly agency: OfficeInForce;
  readonly oneStop: OfficeInForce;
  readonly demo: boolean;
  readonly link: string;
  readonly number: string;
}

/** What a receipt and a slip of giving back say alike. */
export type MoneyPaper = PaperHead &
  Pick<CashReceiptContent, 'number' | 'dossierNumber' | 'payer' | 'procedure' | 'method' | 'officer'>;

export function moneyPaper(
  { payment, payer, method, officer, now }: MoneyFacts,
  { agency, oneStop, demo, link, number }: MoneyFrame,
): MoneyPaper {
  return {
    superior: agency.name,
    office: oneStop.name,
    place: placeOf(agency.name),
    issuedAt: now,
    ...{ demo, link, number },
    dossierNumber: payment.dossierNumber,
    payer: { name: payer.name, address: payer.address || null },
    procedure: { code: payment.procedureCode, name: payment.procedureName },
    ...{ method, officer },
  };
}

/** 'Năm mươi nghìn đồng'. */
export function amountInWords(amount: number): string {
  return capitalised(dongInWords(dong(amount)));
}
