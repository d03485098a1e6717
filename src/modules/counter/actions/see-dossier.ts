import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { readDossier } from '#modules/dossiers/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { CounterDeps } from '../deps.ts';
import { findDraft, updateSeen } from '../store/drafts.ts';
import { type By, holderOf } from './by.ts';

/**
 * Somebody changed the dossier while its page was filled in. The person has been told and goes on with what is
 * typed: from now on the draft counts from the dossier as it is.
 */
export async function seeDossier(deps: CounterDeps, by: By, draftId: string): Promise<Outcome<null>> {
  const draft = await findDraft(deps.db, deps, draftId, holderOf(by.actor));
  if (!draft?.existing) return refused('counter/not-found');
  const read = await readDossier(deps, { ...by, purpose: 'going-on' }, draft.existing.reference);
  if (!read.ok) return read;
  const { state, seq } = read.value.dossier;
  if (state !== 'submitted' && state !== 'correction-asked')
    return refused('dossiers/wrong-state', { command: 'accept', state });
  await inTransaction(deps.db, (tx) => updateSeen(tx, draft.id, seq));
  return accepted(null);
}
