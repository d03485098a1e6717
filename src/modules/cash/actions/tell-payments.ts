import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CashDeps } from '../deps.ts';
import { remainsOf } from '../rules/give-back.ts';
import type { PaymentState } from '../rules/payment.ts';
import { listMovementsOfPayment } from '../store/movements.ts';
import { readNotes } from '../store/notes.ts';
import { listPaymentsOf } from '../store/payments.ts';

/** What is held about the money of a dossier. */
export interface PaymentHolding {
  readonly dossierId: string;
  readonly since: Instant;
  readonly state: PaymentState;
  /** đồng, after exemption. */
  readonly amount: number;
  readonly remains: number;
  readonly exempted: number;
  readonly receiptNumber: string | null;
  /** The paper seen for an exemption, as typed. */
  readonly proof: string | null;
  /** What was typed when money was given back or a receipt made void. */
  readonly notes: readonly string[];
}

/** The money of some dossiers, with what was typed about it; what was erased by law is missing. */
export async function tellPayments(
  { db, cashKey }: { readonly db: Queries } & Pick<CashDeps, 'cashKey'>,
  dossierIds: readonly string[],
): Promise<PaymentHolding[]> {
  const told: PaymentHolding[] = [];
  for (const dossierId of dossierIds)
    for (const payment of await listPaymentsOf(db, dossierId)) {
      const movements = await listMovementsOfPayment(db, payment.id);
      const written = movements.map((movement) => movement.noteId);
      const notes = await readNotes(db, { cashKey }, [payment.proofNoteId, ...written]);
      told.push({
        dossierId,
        since: payment.createdAt,
        state: payment.state,
        amount: payment.amount,
        remains: remainsOf(payment),
        exempted: payment.exempted,
        receiptNumber: payment.receiptNumber,
        proof: (payment.proofNoteId && notes.get(payment.proofNoteId)) ?? null,
        notes: written.flatMap((id) => (id === null ? [] : (notes.get(id) ?? []))),
      });
    }
  return told;
}
