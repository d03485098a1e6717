import { postAt } from '#kernel/actor.ts';
import type { Tx } from '#platform/db/database.ts';
import type { By, CashDeps } from '../deps.ts';
import type { Payer } from '../papers/money-paper.ts';
import { takingRoles } from '../rules/access.ts';
import { type Charge, sumOfCharge } from '../rules/charge.ts';
import { type Owing, owe } from './owe.ts';
import { type Taken, takeMoney } from './take-money.ts';

/** The dossier that has just been accepted, and who pays. */
export interface Accepted extends Owing {
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
  const payment = await owe(tx, deps, dossier, charge);
  if (!payment) return null;
  const post = postAt(by.actor, takingRoles, dossier.officeId, dossier.procedure);
  if (sumOfCharge(charge).due === 0 || charge.way === 'at-return' || !post) return null;
  const key = deps.random.uuid(deps.machineMs());
  return takeMoney(tx, deps, { ...by, post }, { payment, method: charge.way, payer: dossier.payer, key });
}
