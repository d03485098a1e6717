import { z } from 'zod';
import type { MachineClock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { listUnneeded } from '../store/content-lock.ts';
import { destroyOne } from './erase-papers.ts';

const DAY_MS = 24 * 3600 * 1000;
const AT_ONCE = 500;

interface Needs {
  readonly db: Database;
  readonly files: FileStore;
  readonly machineClock: Pick<MachineClock, 'nowMs'>;
}

/**
 * Every night: bytes that no row needs, because a transaction was rolled back or the machine stopped after they
 * were written, are destroyed. Younger than a day they stay: somebody may be about to need them.
 */
export function sweepFiles(needs: Needs): Job {
  return job({
    name: 'documents-sweep-files',
    cron: '15 19 * * *',
    catchUp: true,
    payload: z.object({}),
    run: () => sweep(needs),
  });
}

/** May run twice, and beside everything else: each content is looked at again under its lock. */
async function sweep({ db, files, machineClock }: Needs): Promise<void> {
  const before = machineClock.nowMs() - DAY_MS;
  let found: string[] = [];
  const destroyUnneeded = async () => {
    for (const sha256 of await listUnneeded(db, found)) await destroyOne({ db, files }, sha256);
    found = [];
  };
  for await (const sha256 of files.list(before)) {
    found.push(sha256);
    if (found.length === AT_ONCE) await destroyUnneeded();
  }
  await destroyUnneeded();
  await files.removeUnfinished(before);
}
