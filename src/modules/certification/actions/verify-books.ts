import type { Database } from '#platform/db/database.ts';
import { listBroken } from '../store/books.ts';
import { listBrokenCopies } from '../store/electronic-copies.ts';
import { listMisplaced } from '../store/volumes.ts';

/** Whether every book has each of its numbers once, in the volume that was open; names the first that has not. */
export async function verifyBooks(db: Database): Promise<{ readonly ok: boolean; readonly book?: string }> {
  const [broken] = [...(await listBroken(db)), ...(await listMisplaced(db)), ...(await listBrokenCopies(db))];
  return broken ? { ok: false, book: broken.book } : { ok: true };
}
