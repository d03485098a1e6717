import { z } from 'zod';
import { type Job, job } from '#platform/jobs/job.ts';
import { watchReads } from '../actions/watch-reads.ts';

/** Every minute, after the log has been sealed: in the log's own queue they run one after the other. */
export function watchReadsJob(deps: Parameters<typeof watchReads>[0]): Job {
  return job({
    name: 'protection-watch-reads',
    cron: '* * * * *',
    queue: 'audit',
    payload: z.object({}),
    run: async () => {
      await watchReads(deps);
    },
  });
}
