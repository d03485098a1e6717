import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { voidPaper } from '#modules/documents/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CashDeps } from '../deps.ts';
import type { Method } from '../rules/charge.ts';
import type { GiveBackReason } from '../rules/reasons.ts';
import { insertMovement } from '../store/movements.ts';
import { insertNote } from '../store/notes.ts';
import { updatePayment } from '../store/payments.ts';
import { type AtHand, type MoneyPress, onPayment } from './on-payment.ts';
import { auditMoney, myOpenList } from './take-money.ts';

export interface GivingBack {
  /** How it goes back; not always as it came. */
  readonly method: Method;
  readonly reason: GiveBackReason;
  readonly note: string;
}

/**
 * Gives the whole amount back, out of today's drawer; the receipt is void and keeps its number. Refuses
 * `cash/note-missing` when the reason is another one and nobody says which.
 */
export function giveBack(deps: CashDeps, press: MoneyPress, input: GivingBack): Promise<Outcome<null>> {
  return onPayment(deps, press, 'give-back', async (tx, at) => {
    if (input.reason === 'other' && input.note === '') return refused('cash/note-missing', {}, 'note');
    await moveBack(tx, deps, press.key, at, input);
    await auditMoney(tx, at.by, 'cash/give-back', at.payment.dossierNumber);
    return accepted(null);
  });
}

async function moveBack(
  tx: Tx,
  deps: CashDeps,
  key: string,
  { payment, by, next }: AtHand,
  { method, reason, note }: GivingBack,
): Promise<void> {
  const { receiptId, receiptNumber } = payment;
  if (receiptId === null || receiptNumber === null) throw new Error('paid without a receipt');
  const now = deps.clock.now();
  const list = await myOpenList(tx, deps, by, payment.officeId);
  await insertMovement(tx, {
    id: key,
    listId: list.id,
    paymentId: payment.id,
    kind: 'given-back',
    method,
    amount: payment.amount,
    receiptId,
    receiptNumber,
    reason,
    noteId: await insertNote(tx, deps, note, payment.dossierId),
    by: by.actor,
    at: now,
  });
  await voidPaper(tx, receiptId, now, 'given-back');
  await updatePayment(tx, payment.id, { state: next, at: now });
}
