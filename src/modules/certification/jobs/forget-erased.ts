import { z } from 'zod';
import { eraseFiles } from '#modules/documents/index.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import type { CertificationDeps } from '../deps.ts';
import { takeScansOf } from '../store/electronic-scans.ts';
import { emptyEntries } from '../store/entries.ts';

type Needs = Pick<CertificationDeps, 'clock'> & { readonly db: Database };

const erased = z.object({ payload: z.object({ dossierId: z.uuid() }) });

/** Names leave the books when a dossier's personal data is erased by law; numbers, copies and fees stay. */
export function forgetErased(deps: Needs): Job {
  return job({
    name: 'certification-forget-erased',
    payload: erased,
    run: ({ payload }) =>
      inTransaction(deps.db, async (tx) => {
        const now = deps.clock.now();
        await eraseFiles(tx, await takeScansOf(tx, payload.dossierId), now);
        await emptyEntries(tx, payload.dossierId, now);
      }),
  });
}
