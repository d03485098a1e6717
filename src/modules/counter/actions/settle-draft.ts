import { isDeepStrictEqual } from 'node:util';
import { timeOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { passing } from '#platform/passing.ts';
import type { CounterDeps } from '../deps.ts';
import type { DraftFile } from '../store/drafts.ts';
import { endDraft, findDraftToEnd } from '../store/ended-drafts.ts';
import { type By, holderOf } from './by.ts';
import type { OpenedDraft } from './open-draft.ts';
import { eraseOwned } from './remove-files.ts';

/**
 * Ends a draft in the transaction that makes its dossier, from here on under the draft's lock: nobody takes its
 * scans away beside it. What the filing does not name (a paper unticked, another case) is destroyed with it.
 * Refuses with `counter/not-found` when the draft has been deleted and with `counter/changed-meanwhile` when its
 * text or scans are no longer those that were filed.
 */
export async function settleDraft(
  tx: Tx,
  deps: CounterDeps,
  by: By,
  opened: OpenedDraft,
  dossier: Dossier,
): Promise<Outcome<null>> {
  const { id, fields } = opened.draft;
  const found = await findDraftToEnd(tx, deps, id, holderOf(by.actor));
  if (!found || found.draft.dossier !== null) return refused('counter/not-found');
  const { draft, files } = found;
  if (!isDeepStrictEqual(draft.fields, fields) || !sameFiles(files, opened))
    return refused('counter/changed-meanwhile', { time: timeOf(draft.updatedAt) });
  const named = new Set(dossier.personal?.papers.flatMap((paper) => paper.files.map((file) => file.id)));
  await endDraft(tx, id, dossier.number ?? dossier.reference, deps.clock.now());
  passing('counter/draft-ended');
  const unnamed = files.filter((file) => !named.has(file.fileId));
  await eraseOwned(tx, deps, unnamed);
  return accepted(null);
}

function sameFiles(files: readonly DraftFile[], opened: OpenedDraft): boolean {
  const seen = new Set(Object.values(opened.files).flatMap((list) => list.map((file) => file.id)));
  const there = new Set(files.map((file) => file.fileId));
  return (
    files.every((file) => !file.owned || seen.has(file.fileId)) && [...seen].every((id) => there.has(id))
  );
}
