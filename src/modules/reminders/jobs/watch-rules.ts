import { z } from 'zod';
import { type Job, job } from '#platform/jobs/job.ts';
import { watchRules } from '../actions/watch.ts';
import type { ReminderDeps } from '../deps.ts';

/** Every five minutes: no rule of the law is measured in less than a quarter of an hour. */
export function watchRulesJob(deps: ReminderDeps): Job {
  return job({
    name: 'reminders-watch-rules',
    cron: '*/5 * * * *',
    queue: 'reminders',
    payload: z.object({}),
    run: async () => {
      await watchRules(deps);
    },
  });
}
