import { z } from 'zod';
import { type Job, job } from '#platform/jobs/job.ts';
import { watchRules } from '../actions/watch.ts';
import { writeLetters } from '../actions/write-letters.ts';
import type { MailDeps } from '../deps.ts';

/** Every five minutes: no rule of the law is measured in less than a quarter of an hour. */
export function watchRulesJob(deps: MailDeps): Job {
  return job({
    name: 'reminders-watch-rules',
    cron: '*/5 * * * *',
    queue: 'reminders',
    payload: z.object({}),
    run: async () => {
      await watchRules(deps);
      await writeLetters(deps, 'at-once');
    },
  });
}
