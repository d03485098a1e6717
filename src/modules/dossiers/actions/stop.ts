import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** Stopped on a legal ground, by a leader. */
export function stop(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['stop'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'stop', async () => accepted(input));
}
