import { timeOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { CounterDeps } from '../deps.ts';
import type { Fields } from '../rules/fields.ts';
import { mayOverwrite } from '../rules/overwrite.ts';
import { type Draft, findDraftForUpdate, updateDraft } from '../store/drafts.ts';
import { type By, holderOf } from './by.ts';

export interface DraftPage {
  readonly draftId: string;
  readonly fields: Fields;
  readonly seenVersion: number;
  /** Made with the page: its own saves are no conflict. */
  readonly token: string;
}

/**
 * Keeps what is typed, finished or not. Refuses with `counter/changed-meanwhile` when another window saved
 * since this page was made. A draft that has become a dossier is answered as it is, unchanged.
 */
export function saveDraft(deps: CounterDeps, by: By, page: DraftPage): Promise<Outcome<Draft>> {
  return inTransaction<Outcome<Draft>>(deps.db, async (tx) => {
    const draft = await findDraftForUpdate(tx, deps, page.draftId, holderOf(by.actor));
    if (!draft) return refused('counter/not-found');
    if (draft.dossier !== null) return accepted(draft);
    if (!mayOverwrite(draft, page))
      return refused('counter/changed-meanwhile', { time: timeOf(draft.updatedAt) });
    const at = deps.clock.now();
    await updateDraft(tx, deps, draft.id, { fields: page.fields, pageToken: page.token, at });
    const { fields, token } = page;
    return accepted({ ...draft, fields, pageToken: token, version: draft.version + 1, updatedAt: at });
  });
}
