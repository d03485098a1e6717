import { dateOf } from '#kernel/civil-date.ts';
import { regimeOn } from '#modules/catalogue/index.ts';
import type { PaperContents } from '#modules/documents/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CashDeps } from '../deps.ts';
import { type MoneyFacts, type MoneyPaper, moneyPaper } from '../papers/money-paper.ts';
import { receiptNumber } from '../rules/receipt-number.ts';

/** A paper about money, and the register that counts it for each one-stop and year. */
const registers = { 'cash-receipt': 'cash-receipt', 'give-back-slip': 'cash-give-back' } as const;

export interface WrittenPaper {
  readonly id: string;
  readonly number: string;
}

/** The next number of the one-stop's year and the paper that carries it: both or neither. */
export async function writePaper<P extends keyof typeof registers>(
  tx: Tx,
  deps: CashDeps,
  purpose: P,
  facts: MoneyFacts,
  contentOf: (paper: MoneyPaper) => PaperContents[P],
): Promise<WrittenPaper> {
  const { payment, now } = facts;
  const { officeId, agencyId, dossierId, dossierNumber } = payment;
  const day = dateOf(now);
  const year = Number(day.slice(0, 4));
  const register = registers[purpose];
  const given = await deps.stores.nextRegisterNumber(tx, { officeId, register, year });
  const number = receiptNumber(given, year);
  const frame = {
    agency: await deps.stores.getOffice(tx, agencyId),
    oneStop: await deps.stores.getOffice(tx, officeId),
    demo: deps.demo,
    link: deps.linkTo(dossierNumber),
    number,
  };
  const id = await deps.stores.freezePaper(tx, deps, {
    ...{ purpose, regime: regimeOn(day), officeId, subjectId: dossierId, number },
    frozenAt: now,
    register: { register, year, number: given },
    content: contentOf(moneyPaper(facts, frame)),
  });
  return { id, number };
}
