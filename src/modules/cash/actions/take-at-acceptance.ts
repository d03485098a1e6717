import type { Tx } from '#platform/db/database.ts';
import type { By, CashDeps } from '../deps.ts';
import type { Payer } from '../papers/cash-receipt.ts';
import { postAt, takingRoles } from '../rules/access.ts';
import { type Charge, linesThatCost, sumOfCharge } from '../rules/charge.ts';
import type { PaymentState } from '../rules/payment.ts';
import { insertNote } from '../store/notes.ts';
import { insertPayment, type NewPayment } from '../store/payments.ts';
import { type Taken, takeMoney } from './take-money.ts';

/** The dossier that has just been accepted, and where. */
export interface Accepted {
  readonly dossierId: string;
  readonly number: string;
  readonly officeId: string;
  readonly agencyId: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly payer: Payer;
}

/**
 * In the transaction that accepts: what is due is written down, and what is paid at once is taken with the same
 * press. Null when nothing was taken (no fee, exempted, at return). Does nothing for a dossier that it knows.
 */
export async function takeAtAcceptance(
  tx: Tx,
  deps: CashDeps,
  by: By,
  dossier: Accepted,
  charge: Charge,
): Promise<Taken | null> {
  const { full, due } = sumOfCharge(charge);
  if (full === 0) return null;
  const payment = await newPayment(tx, deps, dossier, charge);
  if (!(await insertPayment(tx, payment))) return null;
  const post = postAt(by.actor, takingRoles, dossier.officeId);
  if (due === 0 || charge.way === 'at-return' || !post) return null;
  const key = deps.random.uuid(deps.machineMs());
  return takeMoney(tx, deps, { ...by, post }, { payment, method: charge.way, payer: dossier.payer, key });
}

async function newPayment(tx: Tx, deps: CashDeps, dossier: Accepted, charge: Charge): Promise<NewPayment> {
  const { exempted, due } = sumOfCharge(charge);
  const proof = exempted > 0 ? (charge.exemption?.proof ?? null) : null;
  return {
    id: deps.random.uuid(deps.machineMs()),
    dossierId: dossier.dossierId,
    source: 'acceptance',
    dossierNumber: dossier.number,
    officeId: dossier.officeId,
    agencyId: dossier.agencyId,
    procedureCode: dossier.procedure.code,
    procedureName: dossier.procedure.name,
    lines: linesThatCost(charge),
    amount: due,
    exempted,
    exemptionKey: exempted > 0 ? (charge.exemption?.key ?? null) : null,
    proofNoteId: await insertNote(tx, deps, proof, dossier.dossierId),
    state: firstState(charge, due),
    createdAt: deps.clock.now(),
  };
}

function firstState({ way }: Charge, due: number): PaymentState {
  if (due === 0) return 'exempt';
  return way === 'at-return' ? 'at-return' : 'due';
}
