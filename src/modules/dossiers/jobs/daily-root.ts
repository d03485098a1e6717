import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { sealBatches } from '#modules/audit/index.ts';
import type { MachineClock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { makeDailyRoot, type RootKey } from '../actions/make-daily-root.ts';

/**
 * Every night after midnight in Viet Nam, over the legal day that has begun; a machine that was off at night
 * makes it when it is on again. What the audit has up to now is sealed first.
 */
export function dailyRoot(deps: {
  readonly db: Database;
  readonly rootKey: RootKey;
  readonly clock: { now(): Instant };
  readonly machineClock: MachineClock;
}): Job {
  return job({
    name: 'dossiers/daily-root',
    cron: '5 17 * * *',
    catchUp: true,
    payload: z.object({}).passthrough(),
    run: async () => {
      await sealBatches(deps.db, deps.machineClock.now());
      await makeDailyRoot(deps.db, dateOf(deps.clock.now()), deps.rootKey);
    },
  });
}
