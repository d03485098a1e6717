import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** The one-stop has told the applicant that the result is there, or has tried to: noted as often as it is done. */
export function announceResult(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['announce-result'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'announce-result', async () => accepted(input));
}
