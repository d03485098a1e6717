import { type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import { decide } from './decide.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { findFor } from './perform.ts';

/** Signs the draft as it was handed on. Refusals: those of `decide`, `no-draft` (it has to be opened and written). */
export async function signDraft(deps: DossierDeps, press: PressOnDossier): Promise<Outcome<Done>> {
  const found = await inTransaction(deps.db, (tx) => findFor(tx, deps, press));
  if (!found.ok) return found;
  const { draft, seq } = found.value.dossier;
  if (seq === press.seenSeq && !draft) return refused('dossiers/no-draft');
  const result = draft ?? { title: '', content: '' };
  return decide(deps, press, { outcome: 'granted', result, note: null });
}
