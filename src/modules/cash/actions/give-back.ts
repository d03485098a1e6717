import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { titleInWords } from '#modules/dossiers/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CashDeps } from '../deps.ts';
import { giveBackSlipContent } from '../papers/give-back-slip.ts';
import type { Method } from '../rules/charge.ts';
import { decideGiveBack, type GivenBack } from '../rules/give-back.ts';
import type { GiveBackReason } from '../rules/reasons.ts';
import { type AtHand, type MoneyPress, onPayment } from './on-payment.ts';
import { auditMoney, myOpenList } from './take-money.ts';
import { writePaper } from './write-paper.ts';

export interface GivingBack {
  /** A part or all that was left, đồng. */
  readonly amount: number;
  /** What was left on the page that was pressed, đồng. */
  readonly seen: number;
  /** How it goes back; not always as it came. */
  readonly method: Method;
  readonly reason: GiveBackReason;
  readonly note: string;
}

/**
 * Gives back what was paid or a part of it, out of today's drawer, with a slip of its own. After a part the receipt
 * stays in force for what remains; when nothing is left it is void and keeps its number. Refuses `cash/note-missing`
 * when the reason is another one and nobody says which, and what `decideGiveBack` refuses.
 */
export function giveBack(deps: CashDeps, press: MoneyPress, input: GivingBack): Promise<Outcome<null>> {
  return onPayment(deps, press, 'give-back', async (tx, at) => {
    if (input.reason === 'other' && input.note === '') return refused('cash/note-missing', {}, 'note');
    const given = decideGiveBack(at.payment, { wanted: input.amount, seen: input.seen });
    if (!given.ok) return given;
    await moveBack(tx, deps, press.key, at, input, given.value);
    await auditMoney(tx, deps, at.by, 'cash/give-back', at.payment.dossierNumber);
    return accepted(null);
  });
}

async function moveBack(
  tx: Tx,
  deps: CashDeps,
  key: string,
  at: AtHand,
  input: GivingBack,
  given: GivenBack,
): Promise<void> {
  const { payment, by } = at;
  const { receiptId, receiptNumber } = payment;
  if (receiptId === null || receiptNumber === null) throw new Error('paid without a receipt');
  const now = deps.clock.now();
  const list = await myOpenList(tx, deps, by, payment.officeId);
  await deps.cashStores.insertMovement(tx, {
    id: key,
    listId: list.id,
    paymentId: payment.id,
    kind: 'given-back',
    method: input.method,
    amount: given.now,
    receiptId,
    receiptNumber,
    reason: input.reason,
    noteId: await deps.cashStores.insertNote(tx, deps, input.note, payment.dossierId),
    slip: await slipOf(tx, deps, at, input, given, receiptNumber),
    by: by.actor,
    at: now,
  });
  if (given.whole) await deps.stores.voidPaper(tx, receiptId, now, 'given-back');
  await deps.cashStores.updateGivenBack(tx, payment.id, given, now);
}

/** Null where the personal data were erased: nobody can be named, and the money still goes back. */
async function slipOf(
  tx: Tx,
  deps: CashDeps,
  { payment, dossier, by }: AtHand,
  { method, reason, note }: GivingBack,
  given: GivenBack,
  receiptNumber: string,
) {
  const [applicant] = dossier.personal?.applicants ?? [];
  const payer = dossier.personal?.authorised ?? applicant;
  if (!payer) return null;
  const why = [reason === 'other' ? '' : deps.paperWords(`cash.reason.${reason}`), note].filter(Boolean);
  const officer = { name: by.actor.name, title: titleInWords(deps.paperWords, by.post) };
  const facts = { payment, payer, method, officer, now: deps.clock.now() };
  const slip = { receiptNumber, reason: why.join(': '), before: payment, given };
  return writePaper(tx, deps, 'give-back-slip', facts, (paper) => giveBackSlipContent(paper, slip));
}
