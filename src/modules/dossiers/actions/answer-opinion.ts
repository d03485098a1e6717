import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** The asked office answers; who asked goes on with it. */
export function answerOpinion(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['answer-opinion'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'answer-opinion', async () => accepted(input));
}
