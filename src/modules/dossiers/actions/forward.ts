import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Dossier } from '../rules/dossier.ts';
import { isForwardLate } from '../rules/legal-times.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** Hands the dossier to the office that handles it; late forwarding is recorded, never refused. */
export function forward(
  deps: DossierDeps,
  press: PressOnDossier,
  input: { readonly note: string | null },
): Promise<Outcome<Done>> {
  return perform(deps, press, 'forward', async (tx, dossier: Dossier, _, now) => {
    const calendar = await deps.calendarFor(tx, dossier.filing.intakeOfficeId);
    const late = dossier.receivedAt !== null && isForwardLate(calendar, dossier.receivedAt, now);
    return accepted({ note: input.note, late });
  });
}
