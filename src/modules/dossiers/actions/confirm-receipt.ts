import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** The receiving office has the papers in hand. */
export function confirmReceipt(deps: DossierDeps, press: PressOnDossier): Promise<Outcome<Done>> {
  return perform(deps, press, 'confirm-receipt', async () => accepted({}));
}
