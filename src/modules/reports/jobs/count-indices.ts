import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { listOfficesEver } from '#modules/identity/index.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { countMonth, listMonths } from '../store/index-points.ts';

interface CountDeps {
  readonly db: Database;
  /** Legal time. */
  readonly clock: { now(): Instant };
}

/**
 * The points of every month that has not been counted, and again those of this month and the one before: a result of
 * last month may still be taken back. The report says of which moment its numbers are.
 */
export function countIndices({ db, clock }: CountDeps): Job {
  return job({
    name: 'reports-count-indices',
    cron: '55 18 * * *',
    catchUp: true,
    payload: z.object({}).passthrough(),
    run: async () => {
      const now = clock.now();
      const recent = monthBefore(dateOf(now));
      const agencies = (await listOfficesEver(db)).filter(({ kind }) => kind === 'agency');
      for (const { id: agencyId } of agencies)
        for (const { month, counted } of await listMonths(db, agencyId))
          if (!counted || month >= recent)
            await inTransaction(db, (tx) => countMonth(tx, { agencyId, month }, now));
    },
  });
}

/** First day of the month before that of a day. */
function monthBefore(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, '0')}-01`;
}
