import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** The one-stop tells the citizen what is asked; nobody else does (NĐ 61/2018 Điều 5 khoản 1 điểm e). */
export function announceSupplement(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['announce-supplement'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'announce-supplement', async () => accepted(input));
}
