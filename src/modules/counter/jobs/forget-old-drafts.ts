import { z } from 'zod';
import { addDays, dateOf } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { eraseOwned } from '../actions/remove-files.ts';
import type { CounterDeps } from '../deps.ts';
import { listDraftFiles } from '../store/draft-files.ts';
import { deleteDraft } from '../store/drafts.ts';
import { listDraftsOf, listOldDrafts } from '../store/ended-drafts.ts';

export const DAYS_KEPT = 30;
const AT_ONCE = 500;

type Needs = Pick<CounterDeps, 'clock'> & { readonly db: Database };

/** Drafts that nobody touched for 30 days go, with their scans; so do the notes of drafts that ended. */
export function forgetOldDrafts(deps: Needs): Job {
  return job({
    name: 'counter-forget-old-drafts',
    cron: '10 18 * * *',
    payload: z.object({}),
    run: async () => {
      await removeOldDrafts(deps);
    },
  });
}

export async function removeOldDrafts(deps: Needs): Promise<number> {
  const before = instant(`${addDays(dateOf(deps.clock.now()), -DAYS_KEPT)}T00:00:00`);
  const old = await listOldDrafts(deps.db, before, AT_ONCE);
  for (const { id } of old) await removeDraft(deps, id);
  return old.length;
}

const erased = z.object({ payload: z.object({ reference: z.string() }) });

/** What anybody had begun to type about a dossier goes when its personal data is erased by law. */
export function forgetDraftsOfErased(deps: Needs): Job {
  return job({
    name: 'counter-forget-drafts-of-erased',
    payload: erased,
    run: async ({ payload }) => {
      for (const { id } of await listDraftsOf(deps.db, payload.reference)) await removeDraft(deps, id);
    },
  });
}

function removeDraft(deps: Needs, id: string): Promise<void> {
  return inTransaction(deps.db, async (tx) => {
    const files = await listDraftFiles(tx, id);
    await deleteDraft(tx, id);
    await eraseOwned(tx, deps, id, files);
  });
}
