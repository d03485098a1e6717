import type { Outcome } from '#kernel/refusal.ts';
import { submit as decideSubmit } from '../rules/decide.ts';
import { type BeginPress, begin } from './begin.ts';
import type { Done, DossierDeps } from './deps.ts';

/** Files a dossier that is not reviewed yet: by an officer for a person, by the post, later by the citizen. */
export function submit(deps: DossierDeps, press: BeginPress): Promise<Outcome<Done>> {
  return begin(deps, press, 'submit', async (_, { facts, dossier }) => decideSubmit(dossier, facts));
}
