import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { performAnd } from './perform.ts';

/** Accepted by mistake, or twice: the number stays used, the receipts are void. */
export function annulAcceptance(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['annul-acceptance'],
): Promise<Outcome<Done>> {
  return performAnd(
    deps,
    press,
    'annul-acceptance',
    async () => accepted(input),
    async (tx, { dossier }, now) => {
      for (const receipt of dossier.receiptIds.slice(-1))
        await deps.stores.voidPaper(tx, receipt, now, 'annulled');
    },
  );
}
