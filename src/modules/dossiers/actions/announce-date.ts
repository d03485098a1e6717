import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/**
 * The one-stop has told the applicant of the date that the calendar has moved, or has tried to. Refuses
 * `dossiers/date-known` when there is nothing (more) to tell.
 */
export function announceDate(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['announce-date'],
): Promise<Outcome<Done>> {
  return perform(deps, press, 'announce-date', async () => accepted(input));
}
