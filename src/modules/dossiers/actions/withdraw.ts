import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** Withdrawn at the citizen's wish; originals go back. */
export function withdraw(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['withdraw'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'withdraw', async () => accepted(input));
}
