import { z } from 'zod';
import { instantOfMs } from '#kernel/instant.ts';
import type { MachineClock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { deleteSearches, SEARCH_KEPT_MS } from '../store/searches.ts';

/** What people searched for names persons: it goes half an hour later, also when nobody searches again. */
export function forgetSearches({ db, machineClock }: { db: Database; machineClock: MachineClock }): Job {
  return job({
    name: 'dossiers-forget-searches',
    cron: '*/10 * * * *',
    payload: z.object({}),
    run: () => deleteSearches(db, instantOfMs(machineClock.nowMs() - SEARCH_KEPT_MS)),
  });
}
