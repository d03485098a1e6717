import { type Charge, takeAtAcceptance } from '#modules/cash/index.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CounterDeps } from '../deps.ts';
import type { By } from './by.ts';
import type { OpenedDraft } from './open-draft.ts';

/** In the transaction that accepts: what is due is written down, and what is paid at once is in the drawer. */
export async function takeFee(
  tx: Tx,
  deps: CounterDeps,
  by: By,
  { procedure, oneStop, agency }: Pick<OpenedDraft, 'procedure' | 'oneStop' | 'agency'>,
  { id: dossierId, number, state, personal }: Dossier,
  charge: Charge,
): Promise<void> {
  const payer = personal?.authorised ?? personal?.applicants[0];
  if (state !== 'accepted' || number === null || !payer) return;
  const office = { officeId: oneStop.id, agencyId: agency.id };
  await takeAtAcceptance(tx, deps, by, { dossierId, number, ...office, procedure, payer }, charge);
}
