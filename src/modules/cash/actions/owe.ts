import type { Matter } from '#kernel/actor.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CashDeps } from '../deps.ts';
import { type Charge, linesThatCost, sumOfCharge } from '../rules/charge.ts';
import type { PaymentState } from '../rules/payment.ts';
import type { NewPayment } from '../store/payments.ts';

/** The dossier that costs something, and where it was received. */
export interface Owing {
  readonly dossierId: string;
  readonly number: string;
  readonly officeId: string;
  readonly agencyId: string;
  readonly procedure: Matter & { readonly name: string };
}

/** Writes down what a dossier costs. Null: nothing, or it stands there already. */
export async function owe(
  tx: Tx,
  deps: CashDeps,
  dossier: Owing,
  charge: Charge,
): Promise<NewPayment | null> {
  const { full } = sumOfCharge(charge);
  if (full === 0) return null;
  const payment = await newPayment(tx, deps, dossier, charge);
  return (await deps.cashStores.insertPayment(tx, payment)) ? payment : null;
}

async function newPayment(tx: Tx, deps: CashDeps, dossier: Owing, charge: Charge): Promise<NewPayment> {
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
    proofNoteId: await deps.cashStores.insertNote(tx, deps, proof, dossier.dossierId),
    state: firstState(charge, due),
    createdAt: deps.clock.now(),
  };
}

function firstState({ way }: Charge, due: number): PaymentState {
  if (due === 0) return 'exempt';
  return way === 'at-return' ? 'at-return' : 'due';
}
