import { type Selectable, sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { insertRows } from '#platform/db/many-rows.ts';
import type { DB } from '#platform/db/schema.ts';
import { send } from '#platform/db/sent.ts';
import type { AuditEntry } from './entry.ts';

export type StoredEntry = Selectable<DB['audit.entry']>;
export type StoredBatch = Selectable<DB['audit.batch']>;

/** Entries of transactions that were still open at a sealing may come with lower positions later. */
const LATECOMERS = 50_000;
const ONE_AT_A_TIME = 7_204_412;

export function entryRow(entry: AuditEntry) {
  return {
    account_id: entry.accountId ?? null,
    post_id: entry.postId ?? null,
    office_id: entry.officeId ?? null,
    action: entry.action,
    subject_kind: entry.subject?.kind ?? null,
    subject_id: entry.subject?.id ?? null,
    legal_at: entry.legalNow,
    machine_at: entry.machineNow,
    address: entry.address,
    request_id: entry.requestId,
    result: entry.result,
    reason: entry.reason ?? null,
  };
}

const types = {
  ...{ account_id: 'uuid', post_id: 'uuid', office_id: 'uuid', action: 'text', subject_kind: 'text' },
  ...{ subject_id: 'text', legal_at: 'timestamptz', machine_at: 'timestamptz', address: 'text' },
  ...{ request_id: 'text', result: 'text', reason: 'text' },
} as const;

export async function insertEntries(q: Queries, entries: readonly AuditEntry[]): Promise<void> {
  const [first] = entries;
  if (!first) return;
  if (entries.length === 1) await send(q, q.insertInto('audit.entry').values(entryRow(first)));
  else await insertRows(q, 'audit.entry', types, entries.map(entryRow));
}

/** What was done and read about one thing, in the order of time. */
export function listAbout(
  q: Queries,
  subject: { readonly kind: string; readonly id: string },
  limit: number,
): Promise<StoredEntry[]> {
  return q
    .selectFrom('audit.entry')
    .selectAll()
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
}

/** Only the sealing job waits here; inserting never does. */
export async function lockSealing(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ONE_AT_A_TIME})`.execute(tx);
}

export function findLastBatch(q: Queries): Promise<StoredBatch | undefined> {
  return q.selectFrom('audit.batch').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst();
}

export function listBatches(q: Queries, after: number, limit: number): Promise<StoredBatch[]> {
  return q
    .selectFrom('audit.batch')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export function listUnsealed(q: Queries, after: string, limit: number): Promise<StoredEntry[]> {
  return q
    .selectFrom('audit.entry as e')
    .selectAll('e')
    .where('e.position', '>', String(Math.max(0, Number(after) - LATECOMERS)))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit.sealed_entry as s')
            .select('s.position')
            .whereRef('s.position', '=', 'e.position'),
        ),
      ),
    )
    .orderBy('e.position')
    .limit(limit)
    .execute();
}

export interface NewBatch {
  readonly seq: number;
  readonly fromPosition: string;
  readonly toPosition: string;
  readonly sealedAt: Instant;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
  readonly entries: readonly { readonly position: string; readonly hash: Uint8Array }[];
}

export async function insertBatch(tx: Tx, batch: NewBatch): Promise<void> {
  await tx
    .insertInto('audit.batch')
    .values({
      seq: batch.seq,
      from_position: batch.fromPosition,
      to_position: batch.toPosition,
      entries: batch.entries.length,
      sealed_at: batch.sealedAt,
      previous_hash: Buffer.from(batch.previousHash),
      hash: Buffer.from(batch.hash),
    })
    .execute();
  const rows = batch.entries.map((entry) => ({
    position: entry.position,
    batch_seq: batch.seq,
    hash: Buffer.from(entry.hash),
  }));
  for (let i = 0; i < rows.length; i += 1000) {
    await tx
      .insertInto('audit.sealed_entry')
      .values(rows.slice(i, i + 1000))
      .execute();
  }
}

export interface SealedRow {
  readonly position: string;
  readonly hash: Uint8Array;
  /** Undefined when the row was cut. */
  readonly entry: StoredEntry | undefined;
}

/** What lies in the batches of a page, by batch and in the order of positions: two queries for all of them. */
export async function listSealed(q: Queries, from: number, to: number): Promise<Map<number, SealedRow[]>> {
  const marks = await q
    .selectFrom('audit.sealed_entry')
    .select(['batch_seq', 'position', 'hash'])
    .where('batch_seq', '>=', from)
    .where('batch_seq', '<=', to)
    .orderBy('batch_seq')
    .orderBy('position')
    .execute();
  const entries = await q
    .selectFrom('audit.entry as e')
    .innerJoin('audit.sealed_entry as s', 's.position', 'e.position')
    .selectAll('e')
    .where('s.batch_seq', '>=', from)
    .where('s.batch_seq', '<=', to)
    .execute();
  const byPosition = new Map(entries.map((entry) => [entry.position, entry]));
  const rows = marks.map(({ batch_seq: seq, position, hash }) => ({
    seq,
    row: { position, hash, entry: byPosition.get(position) },
  }));
  const byBatch = Map.groupBy(rows, (one) => one.seq);
  return new Map([...byBatch].map(([seq, of]) => [seq, of.map((one) => one.row)]));
}

/** An entry too old to be sealed any more: it was slipped in, or its seal was cut. */
export function findForeignEntry(
  q: Queries,
  lastPosition: string,
): Promise<{ position: string } | undefined> {
  return q
    .selectFrom('audit.entry as e')
    .leftJoin('audit.sealed_entry as s', 's.position', 'e.position')
    .select('e.position')
    .where('s.position', 'is', null)
    .where('e.position', '<=', String(Number(lastPosition) - LATECOMERS))
    .orderBy('e.position')
    .limit(1)
    .executeTakeFirst();
}
