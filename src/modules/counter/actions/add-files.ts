import { readFile } from 'node:fs/promises';
import { accepted, type Outcome, type Refusal, refused } from '#kernel/refusal.ts';
import { listFiles, storeFile } from '#modules/documents/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { addressOf } from '#platform/files/file-store.ts';
import type { CounterDeps } from '../deps.ts';
import { insertDraftFiles, listDraftFiles } from '../store/draft-files.ts';
import { type DraftFile, findDraftForUpdate, touchDraft } from '../store/drafts.ts';
import { type By, holderOf } from './by.ts';

/** A scan as it was uploaded for a paper. */
export interface Scan {
  readonly paper: string;
  readonly fileName: string;
  readonly path: string;
  readonly tooLarge: boolean;
}

const MOST_FILES = 100;

/** Keeps each scan that can be kept; the others are said one by one, nothing else is lost. */
export async function addFiles(
  deps: CounterDeps,
  by: By,
  draftId: string,
  scans: readonly Scan[],
): Promise<{ readonly papers: readonly string[]; readonly problems: readonly Refusal[] }> {
  const papers = new Set<string>();
  const problems: Refusal[] = [];
  for (const scan of scans) {
    const kept = await addFile(deps, by, draftId, scan);
    if (kept.ok) papers.add(scan.paper);
    else problems.push({ ...kept.refusal, field: `files.${scan.paper}` });
  }
  return { papers: [...papers], problems };
}

function addFile(deps: CounterDeps, by: By, draftId: string, scan: Scan): Promise<Outcome<null>> {
  if (scan.tooLarge)
    return Promise.resolve(refused('documents/file-too-large', { name: scan.fileName, megabytes: 20 }));
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const draft = await findDraftForUpdate(tx, deps, draftId, holderOf(by.actor));
    if (!draft || draft.dossier !== null) return refused('counter/not-found');
    const before = await listDraftFiles(tx, draftId);
    if (await isThere(tx, before, scan)) return accepted(null);
    if (before.length >= MOST_FILES) return refused('counter/too-many-files', { most: MOST_FILES });
    const stored = await storeFile(tx, deps, {
      from: scan.path,
      originalName: scan.fileName,
      storedAt: deps.clock.now(),
      accountId: by.actor.accountId,
    });
    if (!stored.ok) return stored;
    await insertDraftFiles(tx, draftId, [{ fileId: stored.value.id, paper: scan.paper, owned: true }]);
    await touchDraft(tx, draftId, stored.value.storedAt);
    return accepted(null);
  });
}

/** The very same for the same paper: it is sent again because the answer was lost. */
async function isThere(tx: Tx, before: readonly DraftFile[], { paper, path }: Scan): Promise<boolean> {
  const ids = before.filter((file) => file.paper === paper).map(({ fileId }) => fileId);
  if (ids.length === 0) return false;
  const [files, sha256] = [await listFiles(tx, ids), addressOf(await readFile(path))];
  return files.some((file) => file.sha256 === sha256);
}
