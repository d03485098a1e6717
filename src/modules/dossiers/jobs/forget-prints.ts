import { z } from 'zod';
import { instantOfMs } from '#kernel/instant.ts';
import type { MachineClock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { deleteEveryRegisterPrint, deleteRegisterPrints, PRINT_KEPT_MS } from '../store/register-prints.ts';

/** A print of a register names persons: it goes a day after it was asked for. */
export function forgetPrints({ db, machineClock }: { db: Database; machineClock: MachineClock }): Job {
  return job({
    name: 'dossiers-forget-prints',
    cron: '*/10 * * * *',
    payload: z.object({}),
    run: () => deleteRegisterPrints(db, instantOfMs(machineClock.nowMs() - PRINT_KEPT_MS)),
  });
}

/** Once somebody is erased by law no print that may name them stays; it can be made again without them. */
export function forgetPrintsOfErased({ db }: { db: Database }): Job {
  return job({
    name: 'dossiers-forget-prints-of-erased',
    payload: z.object({}),
    run: () => deleteEveryRegisterPrint(db),
  });
}
