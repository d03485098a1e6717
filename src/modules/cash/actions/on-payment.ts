import { postAt } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { By, ByPost, CashDeps } from '../deps.ts';
import { takingRoles } from '../rules/access.ts';
import { nextState, type PaymentCommand, type PaymentState } from '../rules/payment.ts';
import type { Payment } from '../store/payments.ts';

/** One press about the money of a dossier. */
export interface MoneyPress extends By {
  /** Made with the form; the same key never moves money twice. */
  readonly key: string;
  readonly number: string;
  readonly paymentId: string;
}

export interface AtHand {
  readonly payment: Payment;
  readonly dossier: Dossier;
  readonly by: ByPost;
  readonly next: PaymentState;
}

/**
 * The way of every press about money: may this person see the dossier, lock the payment, was it done already, does
 * the post belong to the one-stop, does the state allow it. A refusal is logged.
 */
export async function onPayment(
  deps: CashDeps,
  press: MoneyPress,
  command: PaymentCommand,
  act: (tx: Tx, at: AtHand) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  const read = await deps.cashStores.readDossier(deps, press, press.number);
  if (!read.ok) return read;
  const { dossier } = read.value;
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const payment = await deps.cashStores.findPaymentForUpdate(tx, dossier.id, press.paymentId);
    if (!payment) return refused('cash/not-found');
    const moved = await deps.cashStores.movedBy(tx, press.key);
    if (moved !== undefined) return moved === payment.id ? accepted(null) : refused('cash/not-found');
    const post = postAt(press.actor, takingRoles, payment.officeId, dossier.filing.procedure);
    const next = nextState(payment.state, command);
    const may = post ? next : refused('cash/not-your-one-stop');
    if (!may.ok || !post)
      return logRefusal(tx, deps, press, command, may.ok ? refused('cash/not-found') : may);
    return act(tx, { payment, dossier, by: { ...press, post }, next: may.value });
  });
}

async function logRefusal(
  tx: Tx,
  { stores }: CashDeps,
  press: MoneyPress,
  command: PaymentCommand,
  refusal: Outcome<never>,
): Promise<Outcome<null>> {
  if (refusal.ok) throw new Error('a refusal');
  await stores.record(tx, {
    ...press.origin,
    action: `cash/${command}`,
    accountId: press.actor.accountId,
    subject: { kind: 'dossier', id: press.number },
    result: 'refused',
    reason: refusal.refusal.code,
  });
  return refusal;
}
