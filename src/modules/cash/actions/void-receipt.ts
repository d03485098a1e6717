import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { voidPaper } from '#modules/documents/index.ts';
import type { CashDeps } from '../deps.ts';
import type { VoidingReason } from '../rules/reasons.ts';
import { findListForUpdate } from '../store/lists.ts';
import { insertMovement } from '../store/movements.ts';
import { insertNote } from '../store/notes.ts';
import { updatePayment } from '../store/payments.ts';
import { type MoneyPress, onPayment } from './on-payment.ts';
import { auditMoney } from './take-money.ts';

export interface Voiding {
  readonly reason: VoidingReason;
  readonly note: string;
}

/**
 * A receipt written wrongly: void with its number, and the fee is due again. Only on the clerk's own list while it is
 * open (`cash/list-closed` else: what was counted stays, the money may be given back). Refuses `cash/note-missing`,
 * `cash/partly-given-back`.
 */
export function voidReceipt(deps: CashDeps, press: MoneyPress, input: Voiding): Promise<Outcome<null>> {
  return onPayment(deps, press, 'void', async (tx, { payment, by, next }) => {
    if (input.reason === 'other' && input.note === '') return refused('cash/note-missing', {}, 'note');
    if (payment.givenBack > 0) return refused('cash/partly-given-back');
    const { receiptId, receiptNumber, method, takenListId } = payment;
    const list = takenListId === null ? undefined : await findListForUpdate(tx, takenListId);
    if (!list || receiptId === null || receiptNumber === null || method === null)
      throw new Error('paid without list and receipt');
    if (list.state !== 'open' || list.accountId !== by.actor.accountId) return refused('cash/list-closed');
    const now = deps.clock.now();
    await insertMovement(tx, {
      id: press.key,
      listId: list.id,
      paymentId: payment.id,
      kind: 'voided',
      method,
      amount: payment.amount,
      receiptId,
      receiptNumber,
      reason: input.reason,
      noteId: await insertNote(tx, deps, input.note, payment.dossierId),
      slip: null,
      by: by.actor,
      at: now,
    });
    await voidPaper(tx, receiptId, now, 'miswritten');
    await updatePayment(tx, payment.id, { state: next, at: now });
    await auditMoney(tx, deps, by, 'cash/void', payment.dossierNumber);
    return accepted(null);
  });
}
