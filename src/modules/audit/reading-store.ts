import { sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';
import type { StoredEntry } from './store.ts';

export interface EntryPage {
  /** Position of the last entry of the page before; null at the beginning. */
  readonly before: string | null;
  readonly limit: number;
}

/**
 * What was done and read about several things of one kind, newest first. Each is walked by its own index no further
 * than a page goes (`entry_subject`), so that neither the size of the log nor one much-read thing matters.
 */
export async function listAboutAny(
  q: Queries,
  { kind, ids }: { readonly kind: string; readonly ids: readonly string[] },
  { before, limit }: EntryPage,
): Promise<StoredEntry[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StoredEntry>`
    select e.* from unnest(${[...new Set(ids)]}::text[]) as about(id)
      cross join lateral (
        select * from audit.entry
         where subject_kind = ${kind} and subject_id = about.id
           and position < coalesce(${before}::bigint, 9223372036854775807)
         order by position desc limit ${limit}) e
     order by e.position desc limit ${limit}`.execute(q);
  return rows;
}

/** How many entries there are about each of the things; those without any are left out. */
export async function countAbout(
  q: Queries,
  { kind, ids }: { readonly kind: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; count: number }>`
    select subject_id as id, count(*)::integer as count from audit.entry
     where subject_kind = ${kind} and subject_id = any(${[...ids]}::text[]) group by subject_id`.execute(q);
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** Entries by their positions, newest first. */
export async function listEntries(q: Queries, positions: readonly string[]): Promise<StoredEntry[]> {
  if (positions.length === 0) return [];
  return q
    .selectFrom('audit.entry')
    .selectAll()
    .where('position', 'in', [...positions])
    .orderBy('position', 'desc')
    .execute();
}

/** One sealed batch as a watcher reads it. */
export interface WatchedBatch {
  readonly seq: number;
  readonly entries: readonly StoredEntry[];
}

/**
 * The batch after `seq` with what people with accounts did and tried about one kind of thing; undefined when there
 * is none yet. An entry lies in exactly one batch, whenever its transaction ended.
 */
export async function findBatchAfter(
  q: Queries,
  seq: number,
  subjectKind: string,
): Promise<WatchedBatch | undefined> {
  const batch = await q
    .selectFrom('audit.batch')
    .select('seq')
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  if (!batch) return undefined;
  const entries = await q
    .selectFrom('audit.sealed_entry as s')
    .innerJoin('audit.entry as e', 'e.position', 's.position')
    .selectAll('e')
    .where('s.batch_seq', '=', batch.seq)
    .where('e.subject_kind', '=', subjectKind)
    .where('e.account_id', 'is not', null)
    .orderBy('e.position')
    .execute();
  return { seq: batch.seq, entries };
}
