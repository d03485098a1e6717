import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Database } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { makeDailyRoot, type RootKey } from '../actions/make-daily-root.ts';

/** Every night after midnight in Viet Nam, over the legal day that has begun. */
export function dailyRoot(deps: {
  readonly db: Database;
  readonly rootKey: RootKey;
  readonly clock: { now(): Instant };
}): Job {
  return job({
    name: 'dossiers/daily-root',
    cron: '5 17 * * *',
    payload: z.object({}).passthrough(),
    run: async () => {
      await makeDailyRoot(deps.db, dateOf(deps.clock.now()), deps.rootKey);
    },
  });
}
