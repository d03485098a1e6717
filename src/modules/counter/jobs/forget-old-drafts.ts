import { z } from 'zod';
import { addDays, dateOf } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { eraseOwned } from '../actions/remove-files.ts';
import type { CounterDeps } from '../deps.ts';
import { listDraftFiles } from '../store/draft-files.ts';
import { deleteDraft } from '../store/drafts.ts';
import { listOldDrafts } from '../store/ended-drafts.ts';

export const DAYS_KEPT = 30;
const AT_ONCE = 500;

type Needs = Pick<CounterDeps, 'db' | 'files' | 'clock'>;

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
  for (const { id } of old) {
    const files = await inTransaction(deps.db, async (tx) => {
      const listed = await listDraftFiles(tx, id);
      await deleteDraft(tx, id);
      return listed;
    });
    await eraseOwned(deps, id, files);
  }
  return old.length;
}
