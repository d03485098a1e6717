import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** A decision that has not been handed over is taken back: its number is void, the clock goes on. */
export function takeBack(
  deps: DossierDeps,
  press: PressOnDossier,
  input: { readonly reason: string },
): Promise<Outcome<Done>> {
  return perform(deps, press, 'take-back', async (tx, dossier, _, now) => {
    if (dossier.resultPaperId && input.reason.trim())
      await deps.stores.voidPaper(tx, dossier.resultPaperId, now, 'taken-back');
    return accepted(input);
  });
}
