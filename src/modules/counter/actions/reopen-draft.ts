import { readDossier } from '#modules/dossiers/index.ts';
import type { CounterDeps } from '../deps.ts';
import { findDraft } from '../store/drafts.ts';
import { type By, holderOf } from './by.ts';

/**
 * May this person open the page of a draft? One that goes on with a dossier shows what that dossier says: opening
 * it is a read of the dossier, by its rules and into its log.
 */
export async function mayReopen(deps: CounterDeps, by: By, draftId: string): Promise<boolean> {
  const draft = await findDraft(deps.db, deps, draftId, holderOf(by.actor));
  if (!draft?.existing || draft.dossier !== null) return draft !== undefined;
  return (await readDossier(deps, by, draft.existing.reference)).ok;
}
