import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** Finishes the step; the dossier goes to the next office of its process, with the draft of the result if there is one. */
export function finishStep(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['finish-step'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'finish-step', async () => accepted(input));
}
