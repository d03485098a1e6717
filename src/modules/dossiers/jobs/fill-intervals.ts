import { z } from 'zod';
import { inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import type { DossierDeps } from '../actions/deps.ts';
import { intervalsBegun } from '../rules/clock-interval.ts';
import { fillIntervals, listWithoutIntervals } from '../store/clock-intervals.ts';
import { openDossiers } from '../store/dossiers.ts';

const AT_ONCE = 200;

/** Dossiers from before intervals were kept: their histories say them, once. */
export function fillIntervalsOfOld(deps: Pick<DossierDeps, 'db' | 'keys'>): Job {
  return job({
    name: 'dossiers-fill-intervals',
    cron: '35 18 * * *',
    catchUp: true,
    payload: z.object({}).passthrough(),
    run: async () => {
      for (;;) {
        const ids = await listWithoutIntervals(deps.db, AT_ONCE);
        const opened = await openDossiers(deps.db, ids, deps);
        await inTransaction(deps.db, async (tx) => {
          for (const [id, { events }] of opened)
            await fillIntervals(tx, id, intervalsBegun(null, events, id));
        });
        if (ids.length < AT_ONCE) return;
      }
    },
  });
}
