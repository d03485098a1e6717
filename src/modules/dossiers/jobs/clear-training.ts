import { z } from 'zod';
import { type Job, job } from '#platform/jobs/job.ts';
import { type ClearDeps, clearTraining } from '../actions/clear-training.ts';
import { keptSince } from '../rules/training.ts';
import { listLeftTraining } from '../store/training.ts';

const AT_ONCE = 500;

/** Every night: training dossiers that nobody has moved for 30 days are cleared away, each in its transaction. */
export function clearOldTraining(deps: ClearDeps): Job {
  return job({
    name: 'dossiers-clear-training',
    cron: '40 18 * * *',
    catchUp: true,
    payload: z.object({}),
    run: async () => {
      for (const id of await listLeftTraining(deps.db, keptSince(deps.clock.now()), AT_ONCE))
        await clearTraining(deps, id);
    },
  });
}
