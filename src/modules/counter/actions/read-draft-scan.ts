import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { findFile, type StoredFile } from '#modules/documents/index.ts';
import { readScan } from '#modules/dossiers/index.ts';
import type { CounterDeps } from '../deps.ts';
import { listDraftFiles } from '../store/draft-files.ts';
import { findDraft } from '../store/drafts.ts';
import { type By, holderOf } from './by.ts';

/**
 * Opens a scan of a draft. What was uploaded for it is logged as a read of the draft; what is the dossier's own
 * is read as that dossier's scan, by its rules and into its log.
 */
export async function readDraftScan(
  deps: CounterDeps,
  by: By,
  draftId: string,
  fileId: string,
): Promise<Outcome<StoredFile>> {
  const draft = await findDraft(deps.db, deps, draftId, holderOf(by.actor));
  const listed = draft && (await listDraftFiles(deps.db, draftId)).find((file) => file.fileId === fileId);
  if (!listed) return refused('counter/not-found');
  if (!listed.owned && draft.existing) return readScan(deps, by, draft.existing.reference, fileId);
  const file = await findFile(deps.db, fileId);
  if (!file || file.erasedAt) return refused('counter/not-found');
  await record(deps.db, {
    ...by.origin,
    action: 'counter/read-file',
    accountId: by.actor.accountId,
    officeId: draft.officeId,
    subject: { kind: 'draft', id: draftId },
    result: 'allowed',
  });
  return accepted(file);
}
