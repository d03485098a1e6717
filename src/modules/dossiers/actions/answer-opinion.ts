import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import { countAgain, goingOn } from '../rules/count-again.ts';
import { goesOnWith } from '../rules/decide-handling.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** The asked office answers; who asked goes on with it, and so does the clock if it stood still for the answer. */
export function answerOpinion(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Pick<Inputs['answer-opinion'], 'order' | 'answer'>,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'answer-opinion', async (tx, dossier, _, now) => {
    if (!goesOnWith(dossier, input.order)) return accepted({ ...input, goesOn: null });
    const calendar = await deps.calendarFor(tx, dossier.filing.intakeOfficeId);
    return accepted({ ...input, goesOn: countAgain(calendar, goingOn(dossier, now)) });
  });
}
