import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** Back to an earlier step, with a reason; the time stays with each who held it. */
export function returnStep(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['return-step'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'return-step', async () => accepted(input));
}
