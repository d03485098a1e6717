import type { Database } from '#platform/db/database.ts';
import { listBroken } from '../store/books.ts';

/** Whether every book has each of its numbers once; names the first that has not. */
export async function verifyBooks(db: Database): Promise<{ readonly ok: boolean; readonly book?: string }> {
  const [broken] = await listBroken(db);
  return broken ? { ok: false, book: broken.book } : { ok: true };
}
