import type { Queries, Tx } from '#platform/db/database.ts';
import { together } from '#platform/db/sent.ts';
import type { DraftSecrets } from './draft-content.ts';
import { type Draft, type DraftFile, draftOf, type Holder, held } from './drafts.ts';

export interface DraftWithFiles {
  readonly draft: Draft;
  readonly files: readonly DraftFile[];
}

export async function findDraftWithFiles(
  q: Queries,
  secrets: Pick<DraftSecrets, 'draftKey'>,
  id: string,
  holder: Holder,
): Promise<DraftWithFiles | undefined> {
  const draft = held(q, holder).where('id', '=', id);
  const [[row], files] = await together(q, draft, selectDraftFiles(q, id));
  return row && { draft: draftOf(row, secrets), files };
}

/** Locked until the transaction ends, with the scans that it has then. */
export async function findDraftToEnd(
  tx: Tx,
  secrets: Pick<DraftSecrets, 'draftKey'>,
  id: string,
  holder: Holder,
): Promise<DraftWithFiles | undefined> {
  const locked = held(tx, holder).where('id', '=', id).forUpdate();
  const [[row], files] = await together(tx, locked, selectDraftFiles(tx, id));
  return row && { draft: draftOf(row, secrets), files };
}

export async function listDraftFiles(q: Queries, draftId: string): Promise<DraftFile[]> {
  return selectDraftFiles(q, draftId).execute();
}

function selectDraftFiles(q: Queries, draftId: string) {
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
