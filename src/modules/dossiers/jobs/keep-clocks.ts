import { z } from 'zod';
import { type Job, job } from '#platform/jobs/job.ts';
import type { DossierDeps } from '../actions/deps.ts';
import { fold } from '../rules/fold.ts';
import { keptClock } from '../rules/kept-clock.ts';
import { keepClock, listHistoriesWithoutClock } from '../store/kept-clocks.ts';

const AT_ONCE = 200;

/** Dossiers that run since before their clocks were kept beside their rows: noted from their histories, once. */
export function keepClocksOfOld(deps: Pick<DossierDeps, 'db'>): Job {
  return job({
    name: 'dossiers-keep-clocks',
    cron: '45 18 * * *',
    catchUp: true,
    payload: z.object({}).passthrough(),
    run: async () => {
      let after = '00000000-0000-0000-0000-000000000000';
      for (;;) {
        const histories = await listHistoriesWithoutClock(deps.db, { after, limit: AT_ONCE });
        for (const [id, events] of histories) {
          const kept = keptClock(fold(id, events));
          if (kept) await keepClock(deps.db, { id, seq: events.length, kept });
          if (id > after) after = id;
        }
        if (histories.size < AT_ONCE) return;
      }
    },
  });
}
