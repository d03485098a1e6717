import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { countChanged, noteWeekBefore, passingOffices } from '../actions/count-changed.ts';

/** Every minute: what has changed goes into the counts that reports are made of. */
export function countReports({ db, clock }: { readonly db: Database; readonly clock: Clock }): Job {
  return job({
    name: 'reports-count',
    cron: '* * * * *',
    queue: 'reports',
    payload: z.object({}).passthrough(),
    run: async () => {
      await countChanged(db, await passingOffices(db));
      await noteWeekBefore(db, clock.now());
    },
  });
}
