import { z } from 'zod';
import { type Job, job } from '#platform/jobs/job.ts';
import { type FitDeps, fitNow } from '../actions/fit-now.ts';
import { judgeOpen } from '../actions/judge-open.ts';

/** Every night (01:50 in Viet Nam) what the days before have taught; then everything open is judged by it. */
export function learnRisk(deps: FitDeps): Job {
  return job({
    name: 'risk-learn',
    cron: '50 18 * * *',
    catchUp: true,
    queue: 'risk',
    payload: z.object({}).passthrough(),
    run: async () => {
      await fitNow(deps);
      await judgeOpen(deps);
    },
  });
}

/** Every quarter of an hour: time has passed, dossiers have moved. The first of all learns. */
export function judgeRisk(deps: FitDeps): Job {
  return job({
    name: 'risk-judge',
    cron: '*/15 * * * *',
    queue: 'risk',
    payload: z.object({}).passthrough(),
    run: async () => {
      if (await judgeOpen(deps)) return;
      await fitNow(deps);
      await judgeOpen(deps);
    },
  });
}
