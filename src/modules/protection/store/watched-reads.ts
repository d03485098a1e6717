import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

/** Locks the mark, so that two workers never look through one batch. */
export async function getWatchedForUpdate(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('protection.watched')
    .select('last_batch')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.last_batch;
}

export async function setWatched(tx: Tx, batch: number): Promise<void> {
  await tx.updateTable('protection.watched').set({ last_batch: batch }).execute();
}

export interface RefusedRead {
  readonly agencyId: string;
  /** Of the entry in the log. */
  readonly position: string;
}

export async function insertRefusedReads(tx: Tx, reads: readonly RefusedRead[]): Promise<void> {
  if (reads.length === 0) return;
  await tx
    .insertInto('protection.refused_read')
    .values(reads.map(({ agencyId, position }) => ({ agency_id: agencyId, position })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Positions of refused tries that concern some agencies, newest first. */
export async function listRefusedReads(
  q: Queries,
  agencyIds: readonly string[],
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ position: string }>`
    select distinct r.position from unnest(${[...agencyIds]}::uuid[]) as a(id)
      cross join lateral (
        select position from protection.refused_read
         where agency_id = a.id and position < coalesce(${before}::bigint, 9223372036854775807)
         order by position desc limit ${limit}) r
     order by r.position desc limit ${limit}`.execute(q);
  return rows.map((row) => row.position);
}

/** An account in a day, for the agency of the office it read in. */
export interface ReaderDay {
  readonly agencyId: string;
  readonly accountId: string;
  readonly day: CivilDate;
}

export interface StrangerRead extends ReaderDay {
  /** Number or reference. */
  readonly dossier: string;
  readonly position: string;
}

export async function insertStrangerReads(tx: Tx, reads: readonly StrangerRead[]): Promise<void> {
  if (reads.length === 0) return;
  await tx
    .insertInto('protection.stranger_read')
    .values(
      reads.map(({ agencyId, accountId, day, dossier, position }) => ({
        agency_id: agencyId,
        account_id: accountId,
        day,
        dossier,
        position,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function countStrangerReads(q: Queries, of: ReaderDay): Promise<number> {
  const row = await strangerReads(q, of)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The first reads of that day's strangers' dossiers, in the order of the log. */
export async function listStrangerReads(
  q: Queries,
  of: ReaderDay,
  most: number,
): Promise<{ readonly dossier: string; readonly position: string }[]> {
  return strangerReads(q, of).select(['dossier', 'position']).orderBy('position').limit(most).execute();
}

function strangerReads(q: Queries, { agencyId, accountId, day }: ReaderDay) {
  return q
    .selectFrom('protection.stranger_read')
    .where('account_id', '=', accountId)
    .where('day', '=', day)
    .where('agency_id', '=', agencyId);
}
