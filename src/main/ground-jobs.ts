import { z } from 'zod';
import { sealBatches } from '#modules/audit/index.ts';
import { disableIdleAccounts } from '#modules/identity/index.ts';
import { forgetOldHits } from '#platform/http/rate-limit.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import type { Surroundings } from './application.ts';
import { identityDeps } from './identity-deps.ts';

const nothing = z.object({});

/** Jobs by the clock of the machine (UTC; 18:30 is 01:30 in Viet Nam). */
export function groundJobs(surroundings: Surroundings): Job[] {
  const { db, legalClock, machineClock } = surroundings;
  const now = () => ({ legalNow: legalClock.now(), machineNow: machineClock.now() });
  return [
    job({
      name: 'seal-audit',
      cron: '* * * * *',
      queue: 'audit',
      payload: nothing,
      run: async () => void (await sealBatches(db, machineClock.now())),
    }),
    job({
      name: 'disable-idle-accounts',
      cron: '30 18 * * *',
      catchUp: true,
      payload: nothing,
      run: async () => void (await disableIdleAccounts(identityDeps(surroundings), now())),
    }),
    job({
      name: 'forget-old-hits',
      cron: '45 18 * * *',
      catchUp: true,
      payload: nothing,
      run: () => forgetOldHits(db, machineClock),
    }),
  ];
}
