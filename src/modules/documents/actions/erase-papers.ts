import { z } from 'zod';
import type { Instant } from '#kernel/instant.ts';
import { mayDestroyBytes } from '#platform/backup/backup-locks.ts';
import { type Database, inTransaction, type Tx } from '#platform/db/database.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { isContentNeeded, lockContent } from '../store/content-lock.ts';
import { erasePaperContents } from '../store/papers.ts';
import { eraseFileRows } from '../store/stored-files.ts';

export interface ToErase {
  readonly subjectId: string;
  readonly fileIds?: readonly string[];
  /** Legal time. */
  readonly at: Instant;
}

const DESTROY = 'documents-destroy-bytes';

/**
 * Destroys what a subject's papers and scans say; numbers, digests and signatures stay and still verify. The
 * bytes go by a job that is part of the transaction: a crash in between forgets neither half.
 */
export async function erasePapers(tx: Tx, { subjectId, fileIds = [], at }: ToErase): Promise<void> {
  await destroyLater(tx, await erasePaperContents(tx, subjectId, at));
  await eraseFiles(tx, fileIds, at);
}

/** The same for scans alone; `at` is legal time. */
export async function eraseFiles(tx: Tx, fileIds: readonly string[], at: Instant): Promise<void> {
  if (fileIds.length > 0) await destroyLater(tx, await eraseFileRows(tx, fileIds, at));
}

async function destroyLater(tx: Tx, addresses: readonly string[]): Promise<void> {
  if (addresses.length > 0) await enqueue(tx, DESTROY, { addresses: [...new Set(addresses)] });
}

export interface Stores {
  readonly db: Database;
  readonly files: FileStore;
}

export function destroyBytes(stores: Stores): Job {
  return job({
    name: DESTROY,
    payload: z.object({ addresses: z.array(z.string()) }),
    run: async ({ addresses }) => {
      for (const sha256 of addresses) await destroyOne(stores, sha256);
    },
  });
}

/** Bytes that somebody keeps again meanwhile stay. May run twice; while a backup runs the job is put off. */
export function destroyOne({ db, files }: Stores, sha256: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    if (!(await mayDestroyBytes(tx))) throw new Error('a backup runs: bytes are destroyed after it');
    await lockContent(tx, sha256, 'destroy');
    if (!(await isContentNeeded(tx, sha256))) await files.erase(sha256);
  });
}
