import type { Instant } from '#kernel/instant.ts';
import { dong, dongInWords } from '#kernel/money.ts';
import { capitalised } from '#kernel/vietnamese-text.ts';
import type { CashReceiptContent, PaperFeeLine } from '#modules/documents/index.ts';
import { placeOf } from '#modules/dossiers/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { ChargeLine, Method } from '../rules/charge.ts';

export interface Payer {
  readonly name: string;
  readonly address: string | null;
}

export interface ReceiptFacts {
  readonly agency: OfficeInForce;
  readonly oneStop: OfficeInForce;
  readonly now: Instant;
  readonly demo: boolean;
  readonly link: string;
  readonly t: Words;
  readonly number: string;
  readonly dossierNumber: string;
  readonly payer: Payer;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly lines: readonly ChargeLine[];
  readonly exemption: CashReceiptContent['exemption'];
  readonly total: number;
  readonly method: Method;
  readonly officer: CashReceiptContent['officer'];
}

/** Biên lai: who paid what to whom, by which rule. */
export function cashReceiptContent(facts: ReceiptFacts): CashReceiptContent {
  const inWords = dongInWords(dong(facts.total));
  return {
    superior: facts.agency.name,
    office: facts.oneStop.name,
    place: placeOf(facts.agency.name),
    issuedAt: facts.now,
    demo: facts.demo,
    link: facts.link,
    number: facts.number,
    dossierNumber: facts.dossierNumber,
    payer: { name: facts.payer.name, address: facts.payer.address || null },
    procedure: facts.procedure,
    lines: facts.lines.map((line) => lineOnPaper(facts.t, line)),
    exemption: facts.exemption,
    total: facts.total,
    totalInWords: capitalised(inWords),
    method: facts.method,
    paidAt: facts.now,
    officer: facts.officer,
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
