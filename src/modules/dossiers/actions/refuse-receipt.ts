import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** What was handed over is not all there: it goes back, naming the missing paper. */
export function refuseReceipt(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['refuse-receipt'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'refuse-receipt', async () => accepted(input));
}
