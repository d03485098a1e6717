import { record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { CounterDeps } from '../deps.ts';
import { listDraftFiles } from '../store/draft-files.ts';
import { deleteDraft as deleteRow, findDraftForUpdate } from '../store/drafts.ts';
import { type By, holderOf } from './by.ts';
import { eraseOwned } from './remove-files.ts';

/** Throws a draft away with its scans; twice is as once. Says whether it was one of a training dossier. */
export async function deleteDraft(deps: CounterDeps, by: By, draftId: string): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const draft = await findDraftForUpdate(tx, deps, draftId, holderOf(by.actor));
    if (!draft || draft.dossier !== null) return draft?.training ?? false;
    const files = await listDraftFiles(tx, draftId);
    await deleteRow(tx, draftId);
    await eraseOwned(tx, deps, files);
    await record(tx, {
      ...by.origin,
      action: 'counter/delete-draft',
      accountId: by.actor.accountId,
      subject: { kind: 'draft', id: draftId },
      result: 'allowed',
    });
    return draft.training;
  });
}
