import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import { countAgain, goingOn } from '../rules/count-again.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** Paid: the clock goes on where it stood, and the dossier goes back to who held it. */
export function recordPayment(
  deps: DossierDeps,
  press: PressOnDossier,
  paid: Pick<Inputs['record-payment'], 'by' | 'proof'>,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'record-payment', async (tx, dossier, _, now) => {
    const calendar = await deps.calendarFor(tx, dossier.filing.intakeOfficeId);
    const counted = countAgain(calendar, goingOn(dossier, now));
    return counted ? accepted({ ...paid, ...counted }) : refused('dossiers/erased');
  });
}
