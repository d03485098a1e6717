import type { Instant } from '#kernel/instant.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { erasePaperContents } from '../store/papers.ts';
import { eraseFileRows } from '../store/stored-files.ts';

export interface ToErase {
  readonly subjectId: string;
  readonly fileIds: readonly string[];
  /** Legal time. */
  readonly at: Instant;
}

/**
 * Destroys what a dossier's papers and scans say; numbers, digests and signatures stay and still verify.
 * Bytes go after the commit: a crash between leaves bytes that nothing names, never a name without bytes.
 */
export async function erasePapers(
  deps: { readonly db: Database; readonly files: FileStore },
  { subjectId, fileIds, at }: ToErase,
): Promise<void> {
  const addresses = await inTransaction(deps.db, async (tx) => [
    ...(await erasePaperContents(tx, subjectId, at)),
    ...(await eraseFileRows(tx, fileIds, at)),
  ]);
  for (const address of new Set(addresses)) await deps.files.erase(address);
}
