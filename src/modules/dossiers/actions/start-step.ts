import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** Takes the step upon oneself. */
export function startStep(deps: DossierDeps, press: PressOnDossier): Promise<Outcome<Done>> {
  return perform(deps, press, 'start-step', async () => accepted({}));
}
