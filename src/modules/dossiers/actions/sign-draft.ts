import { type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import { isAsSeen } from '../rules/dossier.ts';
import { decide } from './decide.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { findFor } from './perform.ts';

/** Signs the draft as it was handed on. Refusals: those of `decide`, `no-draft` (it has to be opened and written). */
export async function signDraft(deps: DossierDeps, press: PressOnDossier): Promise<Outcome<Done>> {
  const found = await inTransaction(deps.db, (tx) => findFor(tx, deps, press));
  if (!found.ok) return found;
  const { dossier } = found.value;
  const { draft } = dossier;
  if (isAsSeen(dossier, press.seenSeq) && !draft) return refused('dossiers/no-draft');
  const result = draft ?? { title: '', content: '' };
  return decide(deps, press, { outcome: 'granted', result, note: null });
}
