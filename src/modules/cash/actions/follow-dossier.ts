import type { Instant } from '#kernel/instant.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { CashDeps } from '../deps.ts';
import { nextState, type PaymentCommand } from '../rules/payment.ts';

/** What happened to the dossier goes on in its payments, where their state allows it; again changes nothing. */
export function followDossier(
  { db, cashStores }: Pick<CashDeps, 'db' | 'cashStores'>,
  dossierId: string,
  command: Extract<PaymentCommand, 'fall-due' | 'drop'>,
  at: Instant,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    for (const { id } of await cashStores.listPaymentsOf(tx, dossierId)) {
      const payment = await cashStores.findPaymentForUpdate(tx, dossierId, id);
      const next = payment && nextState(payment.state, command);
      if (next?.ok) await cashStores.updatePayment(tx, id, { state: next.value, at });
    }
  });
}
