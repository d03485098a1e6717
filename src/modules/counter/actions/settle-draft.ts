import { isDeepStrictEqual } from 'node:util';
import { timeOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { passing } from '#platform/passing.ts';
import type { CounterDeps } from '../deps.ts';
import { findDraftToEnd } from '../store/draft-files.ts';
import type { DraftFile } from '../store/drafts.ts';
import { endDraft } from '../store/ended-drafts.ts';
import { type By, holderOf } from './by.ts';
import type { OpenedDraft } from './open-draft.ts';
import { eraseOwned } from './remove-files.ts';

/** How a draft ends with the dossier that it becomes, in one transaction and under the draft's lock. */
export interface Settling {
  /**
   * From here on nobody takes its scans away. Refuses with `counter/not-found` when the draft has been deleted and
   * with `counter/changed-meanwhile` when its text or scans are no longer those that were filed.
   */
  readonly beforehand: (tx: Tx) => Promise<Outcome<null>>;
  /** What the filing does not name (a paper unticked, another case) is destroyed with the draft. */
  readonly end: (tx: Tx, dossier: Dossier) => Promise<void>;
}

/** Asked before a number is drawn: whoever waits for the next one waits for fewer ways to the database. */
export function settlingOf(deps: CounterDeps, by: By, opened: OpenedDraft): Settling {
  const { draft, procedure } = opened;
  let files: readonly DraftFile[] = [];
  return {
    beforehand: async (tx) => {
      const found = await findDraftToEnd(tx, deps, draft.id, holderOf(by.actor));
      if (!found || found.draft.dossier !== null) return refused('counter/not-found');
      files = found.files;
      if (isDeepStrictEqual(found.draft.fields, draft.fields) && sameFiles(files, opened))
        return accepted(null);
      return refused('counter/changed-meanwhile', { time: timeOf(found.draft.updatedAt) });
    },
    end: async (tx, { number, reference, personal }) => {
      const named = new Set(personal?.papers.flatMap((paper) => paper.files.map((file) => file.id)));
      await endDraft(tx, draft, procedure.code, number ?? reference, deps.clock.now());
      passing('counter/draft-ended');
      await eraseOwned(
        tx,
        deps,
        files.filter((file) => !named.has(file.fileId)),
      );
    },
  };
}

function sameFiles(files: readonly DraftFile[], opened: OpenedDraft): boolean {
  const seen = new Set(Object.values(opened.files).flatMap((list) => list.map((file) => file.id)));
  const there = new Set(files.map((file) => file.fileId));
  return (
    files.every((file) => !file.owned || seen.has(file.fileId)) && [...seen].every((id) => there.has(id))
  );
}
