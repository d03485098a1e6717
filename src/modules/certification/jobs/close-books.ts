import { z } from 'zod';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import type { CertificationDeps } from '../deps.ts';
import { closeBook, listUnclosed } from '../store/books.ts';

type Needs = Pick<CertificationDeps, 'clock'> & { readonly db: Database };

/** Books of a year that is over are closed with what they hold (NĐ 23/2015/NĐ-CP Điều 13 khoản 2). */
export function closeBooks(deps: Needs): Job {
  return job({
    name: 'certification-close-books',
    cron: '5 17 * * *', // five past midnight in Viet Nam
    catchUp: true,
    payload: z.object({}),
    run: async () => {
      await closeYearsOver(deps);
    },
  });
}

/** How many books were closed now; a second run closes none. */
export async function closeYearsOver(deps: Needs): Promise<number> {
  const now = deps.clock.now();
  let closed = 0;
  for (const book of await listUnclosed(deps.db, Number(now.slice(0, 4))))
    if (await inTransaction(deps.db, (tx) => closeBook(tx, book, now))) closed += 1;
  return closed;
}
