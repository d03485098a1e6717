import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { BookKey } from './books.ts';

/** A volume after the first: the paper book before it was full. */
export interface LaterVolume {
  readonly volume: number;
  /** The last number of the volume before: this one begins with the next. */
  readonly afterNumber: number;
  readonly openedAt: Instant;
}

interface Opened {
  readonly seenVolume: number;
  readonly at: Instant;
  readonly accountId: string;
}

/** Volume and last number of an open book, its row locked: nobody is given a number meanwhile. */
export async function lockBook(
  tx: Tx,
  { agencyId, kind, year }: BookKey,
): Promise<{ readonly volume: number; readonly last: number; readonly isClosed: boolean } | undefined> {
  const row = await tx
    .selectFrom('certification.book')
    .select(['volume', 'last', 'closed_at'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirst();
  return row && { volume: row.volume, last: row.last, isClosed: row.closed_at !== null };
}

export async function insertVolume(
  tx: Tx,
  { agencyId, kind, year }: BookKey,
  { seenVolume, at, accountId }: Opened,
  last: number,
): Promise<void> {
  const volume = seenVolume + 1;
  await tx
    .updateTable('certification.book')
    .set({ volume })
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .execute();
  const book = { agency_id: agencyId, kind, year };
  await tx
    .insertInto('certification.volume')
    .values({ ...book, volume, after_number: last, opened_at: at, opened_by: accountId })
    .execute();
}

export async function listVolumes(q: Queries, { agencyId, kind, year }: BookKey): Promise<LaterVolume[]> {
  return q
    .selectFrom('certification.volume')
    .select(['volume', 'after_number as afterNumber', 'opened_at as openedAt'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .orderBy('volume')
    .execute();
}

/** Books with a number in another volume than its turn says, or with another count of volumes; for `verify`. */
export async function listMisplaced(q: Queries): Promise<{ readonly book: string }[]> {
  const { rows } = await sql<{ book: string }>`
    select b.agency_id || ' ' || b.kind || ' ' || b.year as book
      from certification.book b
     where b.volume <> 1 + (select count(*) from certification.volume v
                             where (v.agency_id, v.kind, v.year) = (b.agency_id, b.kind, b.year))
        or exists (select from certification.entry e
                    where (e.agency_id, e.kind, e.year) = (b.agency_id, b.kind, b.year)
                      and e.volume <> 1 + (select count(*) from certification.volume v
                                            where (v.agency_id, v.kind, v.year) = (e.agency_id, e.kind, e.year)
                                              and v.after_number < e.number))
     order by 1`.execute(q);
  return rows;
}
