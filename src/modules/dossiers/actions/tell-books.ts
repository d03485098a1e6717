import type { Tx } from '#platform/db/database.ts';
import type { Correction, DossierDeps, PressOnDossier } from './deps.ts';
import { RolledBack } from './perform.ts';

/** Books beside the dossiers follow a correction; what they do not allow does not happen. */
export async function tellBooks(
  tx: Tx,
  deps: DossierDeps,
  { actor: { accountId } }: PressOnDossier,
  step: Pick<Correction, 'before' | 'after'>,
): Promise<void> {
  const followed = await deps.followCorrection(tx, { ...step, accountId });
  if (!followed.ok) throw new RolledBack(followed);
}
