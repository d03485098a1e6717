import { eraseFiles } from '#modules/documents/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { CounterDeps } from '../deps.ts';
import { deleteDraftFile, listDraftFiles } from '../store/draft-files.ts';
import { type DraftFile, findDraftForUpdate } from '../store/drafts.ts';
import { type By, holderOf } from './by.ts';

/** Takes scans away from a draft; those that were uploaded for it are destroyed, a dossier's own are not. */
export async function removeFiles(
  deps: CounterDeps,
  by: Pick<By, 'actor'>,
  draftId: string,
  which: (file: DraftFile) => boolean,
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const draft = await findDraftForUpdate(tx, deps, draftId, holderOf(by.actor));
    if (!draft || draft.dossier !== null) return;
    const chosen = (await listDraftFiles(tx, draftId)).filter(which);
    for (const file of chosen) await deleteDraftFile(tx, draftId, file.fileId);
    await eraseOwned(tx, deps, chosen);
  });
}

export async function eraseOwned(
  tx: Tx,
  { clock }: Pick<CounterDeps, 'clock'>,
  files: readonly DraftFile[],
): Promise<void> {
  const own = files.filter((file) => file.owned);
  await eraseFiles(
    tx,
    own.map((file) => file.fileId),
    clock.now(),
  );
}
