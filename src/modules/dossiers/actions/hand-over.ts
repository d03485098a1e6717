import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** The result goes into the receiver's hand, with name, number and proof. */
export function handOver(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['hand-over'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'hand-over', async () => accepted(input));
}
