import { postAt } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { exemptionOf, type FeeExemption, listFeeExemptions } from '#modules/catalogue/index.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame } from '#ui/frame.ts';
import type { CashPageDeps } from '../deps.ts';
import { takingRoles } from '../rules/access.ts';
import { mayPayment } from '../rules/payment.ts';
import { findList } from '../store/lists.ts';
import { listMovementsOfPayment, type MovementOfList } from '../store/movements.ts';
import { readNotes } from '../store/notes.ts';
import { listPaymentsOf, type Payment } from '../store/payments.ts';
import { byOf, type FormState } from './asking.ts';

/** A payment with what this person may do about it now. */
export interface PaymentPart {
  readonly payment: Payment;
  readonly exemption: FeeExemption | undefined;
  readonly proof: string | undefined;
  readonly movements: readonly MovementOfList[];
  readonly notes: ReadonlyMap<string, string>;
  readonly mayTake: boolean;
  readonly mayGiveBack: boolean;
  readonly mayVoid: boolean;
}

export type PaymentDone = 'taken' | 'given-back' | 'voided';

export interface PaymentView extends FormState<PaymentDone> {
  readonly frame: DeskFrame;
  readonly dossier: Dossier;
  readonly number: string;
  readonly parts: readonly PaymentPart[];
}

export async function paymentParts(
  deps: CashPageDeps,
  request: RequestContext,
  { id, filing }: Dossier,
): Promise<PaymentPart[]> {
  const exemptions = await listFeeExemptions(deps.db);
  const payments = await listPaymentsOf(deps.db, id);
  const { actor } = byOf(request);
  const isHere = ({ officeId }: Payment) =>
    postAt(actor, takingRoles, officeId, filing.procedure) !== undefined;
  return Promise.all(
    payments.map((payment) =>
      partOf(deps, actor.accountId, payment, { exemptions, isHere: isHere(payment) }),
    ),
  );
}

async function partOf(
  deps: CashPageDeps,
  accountId: string,
  payment: Payment,
  { exemptions, isHere }: { readonly exemptions: readonly FeeExemption[]; readonly isHere: boolean },
): Promise<PaymentPart> {
  const movements = await listMovementsOfPayment(deps.db, payment.id);
  const notes = await readNotes(deps.db, deps, [
    payment.proofNoteId,
    ...movements.map((movement) => movement.noteId),
  ]);
  const list = payment.takenListId === null ? undefined : await findList(deps.db, payment.takenListId);
  const isMine = list?.state === 'open' && list.accountId === accountId;
  const on = dateOf(payment.createdAt);
  return {
    payment,
    exemption: exemptionOf(exemptions, payment.exemptionKey ?? '', on),
    proof: payment.proofNoteId === null ? undefined : notes.get(payment.proofNoteId),
    movements,
    notes,
    mayTake: isHere && mayPayment(payment.state, 'take'),
    mayGiveBack: isHere && mayPayment(payment.state, 'give-back'),
    mayVoid: isHere && isMine && payment.givenBack === 0 && mayPayment(payment.state, 'void'),
  };
}
