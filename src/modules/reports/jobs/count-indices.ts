import { z } from 'zod';
import type { Instant } from '#kernel/instant.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { countMonth, listMonthsToCount, noteCounted } from '../store/index-months.ts';

interface CountDeps {
  readonly db: Database;
  /** Legal time. */
  readonly clock: { now(): Instant };
}

/**
 * The points of every month in which something has changed since it was counted, also of one long over when a decision
 * of it is taken back. The report says of which moment its numbers are: that of the last run that came to its end.
 */
export function countIndices({ db, clock }: CountDeps): Job {
  return job({
    name: 'reports-count-indices',
    cron: '55 18 * * *',
    catchUp: true,
    payload: z.object({}).passthrough(),
    run: async () => {
      const now = clock.now();
      for (const month of await listMonthsToCount(db)) await inTransaction(db, (tx) => countMonth(tx, month));
      await noteCounted(db, now);
    },
  });
}
