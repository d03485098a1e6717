import { z } from 'zod';
import { type Job, job } from '#platform/jobs/job.ts';
import { findReceivers } from '../actions/find-receivers.ts';

/** Looks every ten minutes whether the one search through old dossiers is over; when it is, that is all it does. */
export function findReceiversJob(deps: Parameters<typeof findReceivers>[0]): Job {
  return job({
    name: 'dossiers-find-receivers',
    cron: '*/10 * * * *',
    payload: z.object({}),
    run: async () => {
      await findReceivers(deps);
    },
  });
}
