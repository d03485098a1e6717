import { dateOf } from '#kernel/civil-date.ts';
import { titleInWords } from '#modules/dossiers/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { passing } from '#platform/passing.ts';
import type { ByPost, CashDeps } from '../deps.ts';
import { type ToReceipt, writeReceipt } from './write-receipt.ts';

export interface Taken {
  readonly receiptId: string;
  readonly receiptNumber: string;
}

/**
 * Money into the drawer: onto the clerk's open list of the day (a supplementary one when the day is closed), with a
 * receipt. `key` is the press; the caller has asked the rule and holds the payment's row.
 */
export async function takeMoney(
  tx: Tx,
  deps: CashDeps,
  by: ByPost,
  taking: Omit<ToReceipt, 'now'> & { readonly key: string },
): Promise<Taken> {
  const now = deps.clock.now();
  const { payment, method, key } = taking;
  const list = await myOpenList(tx, deps, by, payment.officeId);
  const receipt = await writeReceipt(tx, deps, by, { ...taking, now });
  passing('cash/receipt-written');
  await deps.cashStores.insertMovement(tx, {
    id: key,
    listId: list.id,
    paymentId: payment.id,
    kind: 'taken',
    method,
    amount: payment.amount,
    receiptId: receipt.id,
    receiptNumber: receipt.number,
    reason: null,
    noteId: null,
    slip: null,
    by: by.actor,
    at: now,
  });
  const taken = { method, receiptId: receipt.id, receiptNumber: receipt.number, listId: list.id };
  await deps.cashStores.updatePayment(tx, payment.id, { state: 'paid', at: now, taken });
  passing('cash/taken');
  await auditMoney(tx, deps, by, 'cash/take', payment.dossierNumber);
  return { receiptId: receipt.id, receiptNumber: receipt.number };
}

export function myOpenList(tx: Tx, deps: CashDeps, { actor, post }: ByPost, officeId: string) {
  return deps.cashStores.openListFor(tx, {
    id: deps.random.uuid(deps.machineMs()),
    officeId,
    officeName: post.officeName,
    accountId: actor.accountId,
    clerkName: actor.name,
    clerkTitle: titleInWords(deps.paperWords, post),
    day: dateOf(deps.clock.now()),
  });
}

export function auditMoney(
  tx: Tx,
  { stores }: Pick<CashDeps, 'stores'>,
  { actor, origin, post }: ByPost,
  action: string,
  dossier: string,
) {
  return stores.record(tx, {
    ...origin,
    action,
    accountId: actor.accountId,
    postId: post.id,
    officeId: post.officeId,
    subject: { kind: 'dossier', id: dossier },
    result: 'allowed',
  });
}
