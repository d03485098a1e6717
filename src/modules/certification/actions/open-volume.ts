import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { CertificationDeps } from '../deps.ts';
import { keptBooks } from '../rules/access.ts';
import { bookLabel } from '../rules/books.ts';
import { type BookKey, listBooks } from '../store/books.ts';
import { insertVolume, listVolumes, lockBook } from '../store/volumes.ts';
import type { By } from './by.ts';

/**
 * The paper book is full before the year is over: the next volume is opened and the numbers go on in it. The volume
 * that was seen makes a second press the same press. Refusals: `not-your-book`, `book-closed`, `volume-empty`.
 */
export function openVolume(
  deps: CertificationDeps,
  by: By,
  { seenVolume, ...key }: BookKey & { readonly seenVolume: number },
): Promise<Outcome<{ readonly volume: number }>> {
  const { accountId } = by.actor;
  return inTransaction(deps.db, async (tx): Promise<Outcome<{ readonly volume: number }>> => {
    const kept = await listBooks(tx, keptBooks(by.actor));
    const isSame = (one: BookKey) =>
      one.agencyId === key.agencyId && one.kind === key.kind && one.year === key.year;
    const book = kept.some(isSame) ? await lockBook(tx, key) : undefined;
    if (!book) return refused('certification/not-your-book');
    if (book.volume === seenVolume + 1) return accepted({ volume: book.volume });
    const now = deps.clock.now();
    if (book.isClosed || Number(now.slice(0, 4)) !== key.year)
      return refused('certification/book-closed', { year: key.year });
    if (book.volume !== seenVolume) return refused('certification/other-volume', { volume: book.volume });
    const before = (await listVolumes(tx, key)).at(-1)?.afterNumber ?? 0;
    if (book.last === before) return refused('certification/volume-empty', { volume: book.volume });
    await insertVolume(tx, key, { seenVolume, at: now, accountId }, book.last);
    const volume = seenVolume + 1;
    await record(tx, {
      ...by.origin,
      action: 'certification/open-volume',
      accountId,
      subject: { kind: 'certification-book', id: bookLabel({ ...key, volume }) },
      result: 'allowed',
    });
    return accepted({ volume });
  });
}
