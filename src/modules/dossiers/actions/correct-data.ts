import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** Corrects what was typed wrong at reception; history keeps both. */
export function correctData(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['correct-data'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'correct-data', async () => accepted(input));
}
