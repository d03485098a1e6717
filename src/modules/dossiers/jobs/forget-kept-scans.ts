import { z } from 'zod';
import { instantOfMs } from '#kernel/instant.ts';
import { eraseFiles } from '#modules/documents/index.ts';
import type { Clock, MachineClock } from '#platform/clock.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { takeForgottenScans } from '../store/kept-scans.ts';

interface Needs {
  readonly db: Database;
  /** Legal time. */
  readonly clock: Clock;
  readonly machineClock: Pick<MachineClock, 'nowMs'>;
}

/** Scans of a form that came back and was never pressed again are destroyed the night after their day. */
export function forgetKeptScans({ db, clock, machineClock }: Needs): Job {
  return job({
    name: 'dossiers-forget-kept-scans',
    cron: '20 18 * * *',
    catchUp: true,
    payload: z.object({}),
    run: () =>
      inTransaction(db, async (tx) => {
        const forgotten = await takeForgottenScans(tx, instantOfMs(machineClock.nowMs()));
        await eraseFiles(tx, forgotten, clock.now());
      }),
  });
}
