import { z } from 'zod';
import { addDays, dateOf } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { eraseOwned } from '../actions/remove-files.ts';
import type { CounterDeps } from '../deps.ts';
import { listDraftFiles } from '../store/draft-files.ts';
import { deleteDraft } from '../store/drafts.ts';
import { type LeftDraft, listDraftsOf, listOldDrafts, lockLeftDraft } from '../store/ended-drafts.ts';

export const DAYS_KEPT = 30;
const AT_ONCE = 500;

type Needs = Pick<CounterDeps, 'clock'> & { readonly db: Database };

/** Drafts that nobody touched for 30 days go, with their scans; so do the notes of drafts that ended. */
export function forgetOldDrafts(deps: Needs): Job {
  return job({
    name: 'counter-forget-old-drafts',
    cron: '10 18 * * *',
    catchUp: true,
    payload: z.object({}),
    run: async () => {
      await removeOldDrafts(deps);
    },
  });
}

export async function removeOldDrafts(deps: Needs): Promise<number> {
  const before = instant(`${addDays(dateOf(deps.clock.now()), -DAYS_KEPT)}T00:00:00`);
  let removed = 0;
  for (const { id } of await listOldDrafts(deps.db, before, AT_ONCE))
    removed += (await removeDraft(deps, id, ({ updatedAt }) => updatedAt < before)) ? 1 : 0;
  return removed;
}

const erased = z.object({ payload: z.object({ reference: z.string(), number: z.string().nullable() }) });

/** What anybody had begun to type about a dossier goes when its personal data is erased by law. */
export function forgetDraftsOfErased(deps: Needs): Job {
  return job({
    name: 'counter-forget-drafts-of-erased',
    payload: erased,
    run: async ({ payload }) => {
      for (const { id } of await listDraftsOf(deps.db, payload)) await removeDraft(deps, id, () => true);
    },
  });
}

/** Looked at again under its lock: somebody may have gone on with it, or made a dossier of it, since the list. */
function removeDraft(deps: Needs, id: string, isDue: (left: LeftDraft) => boolean): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const left = await lockLeftDraft(tx, id);
    if (!left || !isDue(left)) return false;
    const files = left.hasEnded ? [] : await listDraftFiles(tx, id);
    await deleteDraft(tx, id);
    await eraseOwned(tx, deps, files);
    return true;
  });
}
