import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { ReadableBooks } from '../rules/access.ts';
import type { Book, BookKind } from '../rules/books.ts';

export interface BookKey {
  readonly agencyId: string;
  readonly kind: BookKind;
  readonly year: number;
}

export interface NumberedIn extends BookKey {
  readonly oneStopId: string;
  readonly sectionId: string | null;
  readonly at: Instant;
}

/**
 * The next `count` numbers of a book, one after the other; opens the book of a new year. Its row stays locked
 * until the transaction ends: what is rolled back leaves no gap, two clerks never get the same. Undefined: the
 * book is closed.
 */
export async function nextNumbers(
  tx: Tx,
  place: NumberedIn,
  count: number,
): Promise<{ readonly first: number; readonly volume: number } | undefined> {
  const row = await tx
    .insertInto('certification.book')
    .values(openedBook(place, count))
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'kind', 'year'])
        .doUpdateSet({
          last: sql<number>`certification.book.last + ${count}`,
          one_stop_id: place.oneStopId,
          section_id: place.sectionId,
        })
        .where('certification.book.closed_at', 'is', null),
    )
    .returning(['last', 'volume'])
    .executeTakeFirst();
  return row && { first: row.last - count + 1, volume: row.volume };
}

export function openedBook({ agencyId, kind, year, oneStopId, sectionId, at }: NumberedIn, last: number) {
  return {
    agency_id: agencyId,
    kind,
    year,
    last,
    one_stop_id: oneStopId,
    section_id: sectionId,
    opened_at: at,
  };
}

/** A book as its page shows it. */
export interface BookState extends BookKey, Book {
  readonly last: number;
  readonly closed: {
    readonly at: Instant;
    readonly documents: number;
    readonly copies: number;
    readonly fees: number;
  } | null;
}

const columns = [
  'agency_id',
  'kind',
  'year',
  'volume',
  'last',
  'closed_at',
  'closed_documents',
  'closed_copies',
  'closed_fees',
] as const;

/** Books that a person may read, the latest year first. */
export async function listBooks(q: Queries, { agencyIds, officeIds }: ReadableBooks): Promise<BookState[]> {
  const rows = await q
    .selectFrom('certification.book')
    .select(columns)
    .where(
      sql<boolean>`agency_id = any(${[...agencyIds]}::uuid[]) or one_stop_id = any(${[...officeIds]}::uuid[])
        or section_id = any(${[...officeIds]}::uuid[])`,
    )
    .orderBy('year', 'desc')
    .orderBy('agency_id')
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    agencyId: row.agency_id,
    kind: row.kind as BookKind,
    year: row.year,
    volume: row.volume,
    last: row.last,
    closed: row.closed_at && {
      at: row.closed_at,
      documents: row.closed_documents ?? 0,
      copies: row.closed_copies ?? 0,
      fees: Number(row.closed_fees ?? 0),
    },
  }));
}

/** Books of years that are over and not yet closed. */
export async function listUnclosed(q: Queries, before: number): Promise<BookKey[]> {
  const rows = await q
    .selectFrom('certification.book')
    .select(['agency_id', 'kind', 'year'])
    .where('year', '<', before)
    .where('closed_at', 'is', null)
    .execute();
  return rows.map((row) => ({ agencyId: row.agency_id, kind: row.kind as BookKind, year: row.year }));
}

/** Closes a book with what it holds, once; nobody is given a number of it while it is counted. */
export async function closeBook(tx: Tx, { agencyId, kind, year }: BookKey, at: Instant): Promise<boolean> {
  const open = await tx
    .selectFrom('certification.book')
    .select('last')
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!open) return false;
  await sql`
    update certification.book b
       set closed_at = ${at}, closed_documents = e.documents, closed_copies = e.copies, closed_fees = e.fees
      from (select count(*)::int as documents, coalesce(sum(copies), 0)::int as copies,
                   coalesce(sum(fee), 0) as fees
              from certification.entry
             where agency_id = ${agencyId} and kind = ${kind} and year = ${year}) e
     where b.agency_id = ${agencyId} and b.kind = ${kind} and b.year = ${year}`.execute(tx);
  return true;
}

/** Books whose numbers are not 1 to the last, each once; for `./motcua verify`. */
export async function listBroken(q: Queries): Promise<{ readonly book: string }[]> {
  const { rows } = await sql<{ book: string }>`
    select b.agency_id || ' ' || b.kind || ' ' || b.year as book
      from certification.book b
      left join certification.entry e using (agency_id, kind, year)
     group by b.agency_id, b.kind, b.year, b.last
    having count(e.number) <> b.last or coalesce(max(e.number), 0) <> b.last
     order by 1`.execute(q);
  return rows;
}
