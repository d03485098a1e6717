import type { Queries } from '#platform/db/database.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { listNeededContents } from '../store/stored-files.ts';

export interface FileVerification {
  readonly files: number;
  /** Address of the first one that is missing or altered. */
  readonly wrong: string | null;
}

const PAGE = 1000;

/** Reads every kept scan and drawn paper that is still needed. */
export async function verifyFiles(q: Queries, store: FileStore): Promise<FileVerification> {
  let files = 0;
  let after = '';
  for (;;) {
    const page = await listNeededContents(q, after, PAGE);
    for (const sha256 of page) {
      const whole = await store.read(sha256).then(
        () => true,
        () => false,
      );
      if (!whole) return { files, wrong: sha256 };
      files += 1;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return { files, wrong: null };
    after = last;
  }
}
