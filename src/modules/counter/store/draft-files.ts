import type { Queries, Tx } from '#platform/db/database.ts';
import type { DraftFile } from './drafts.ts';

export async function listDraftFiles(q: Queries, draftId: string): Promise<DraftFile[]> {
  return selectDraftFiles(q, draftId).execute();
}

/** To be sent together with others. */
export function selectDraftFiles(q: Queries, draftId: string) {
  return q
    .selectFrom('counter.draft_file')
    .select(['file_id as fileId', 'paper', 'owned'])
    .where('draft_id', '=', draftId)
    .orderBy('ordinal');
}

export async function insertDraftFiles(tx: Tx, draftId: string, files: readonly DraftFile[]): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto('counter.draft_file')
    .values(
      files.map((file) => ({
        draft_id: draftId,
        file_id: file.fileId,
        paper: file.paper,
        owned: file.owned,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The file that was taken away; undefined when it is not of this draft. */
export async function deleteDraftFile(
  tx: Tx,
  draftId: string,
  fileId: string,
): Promise<DraftFile | undefined> {
  return tx
    .deleteFrom('counter.draft_file')
    .where('draft_id', '=', draftId)
    .where('file_id', '=', fileId)
    .returning(['file_id as fileId', 'paper', 'owned'])
    .executeTakeFirst();
}
