import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import { NO_HASH } from './chain.ts';

export interface MovedHead {
  readonly dossierId: string;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** Where the sealed log of the audit ends: number and hash of its last batch; 0 before the first. */
export interface AuditSeal {
  readonly seq: number;
  readonly hash: Uint8Array;
}

export interface DailyRoot {
  readonly day: CivilDate;
  readonly previousRoot: Uint8Array;
  /** Null in roots of version 1: they cover only the histories. */
  readonly audit: AuditSeal | null;
  readonly heads: number;
  readonly root: Uint8Array;
  readonly signature: Uint8Array;
  readonly keyId: string;
}

export type Covered = Pick<DailyRoot, 'day' | 'previousRoot' | 'audit'>;

/**
 * SHA-256 over the day, the root before, the end of the audit and every head that moved since, in the order of
 * the dossiers' ids. Version 1 begins with the day, version 2 with its own name: no text is both.
 */
export function rootOf({ day, previousRoot, audit }: Covered, heads: readonly MovedHead[]): Buffer {
  const hash = createHash('sha256');
  if (audit) hash.update(`root 2:${audit.seq}:`).update(audit.hash);
  hash.update(day).update(previousRoot);
  const ordered = [...heads].sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1));
  for (const head of ordered) hash.update(`${head.dossierId}:${head.seq}:`).update(head.hash);
  return hash.digest();
}

/** Roots are made one after the other, also by two workers at once. */
export async function lockRoots(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('dossiers-daily-root', 0))`.execute(tx);
}

export async function findLastRoot(q: Queries): Promise<{ day: CivilDate; root: Uint8Array } | undefined> {
  return q
    .selectFrom('dossiers.daily_root')
    .select(['day', 'root'])
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Heads that no root covers yet; their rows stay locked, so that none moves while the root is made. */
export async function listMovedHeads(tx: Tx): Promise<MovedHead[]> {
  const rows = await tx
    .selectFrom('dossiers.due')
    .whereRef('rooted_seq', '<', 'head_seq')
    .select(['id', 'head_seq', 'head_hash'])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ dossierId: row.id, seq: row.head_seq, hash: row.head_hash }));
}

const CHUNK = 5_000;

export async function insertRoot(tx: Tx, root: DailyRoot, heads: readonly MovedHead[]): Promise<void> {
  await tx
    .insertInto('dossiers.daily_root')
    .values({
      day: root.day,
      previous_root: Buffer.from(root.previousRoot),
      heads: root.heads,
      root: Buffer.from(root.root),
      signature: Buffer.from(root.signature),
      key_id: root.keyId,
      version: root.audit ? 2 : 1,
      audit_seq: root.audit?.seq ?? null,
      audit_hash: root.audit && Buffer.from(root.audit.hash),
    })
    .execute();
  for (let from = 0; from < heads.length; from += CHUNK)
    await insertHeads(tx, root.day, heads.slice(from, from + CHUNK));
  await markRooted(tx, root.day);
}

/** As far as this root covers them and no further: others may have moved since the heads were listed. */
async function markRooted(tx: Tx, day: CivilDate): Promise<void> {
  await tx
    .updateTable('dossiers.due as u')
    .from('dossiers.daily_root_head as h')
    .set((eb) => ({ rooted_seq: eb.ref('h.seq') }))
    .whereRef('h.dossier_id', '=', 'u.id')
    .where('h.day', '=', day)
    .execute();
}

async function insertHeads(tx: Tx, day: CivilDate, heads: readonly MovedHead[]): Promise<void> {
  await tx
    .insertInto('dossiers.daily_root_head')
    .values(
      heads.map((head) => ({ day, dossier_id: head.dossierId, seq: head.seq, hash: Buffer.from(head.hash) })),
    )
    .execute();
}

export async function listRoots(q: Queries): Promise<DailyRoot[]> {
  const rows = await q.selectFrom('dossiers.daily_root').selectAll().orderBy('day').execute();
  return rows.map(rootOfRow);
}

function rootOfRow(row: Selectable<DB['dossiers.daily_root']>): DailyRoot {
  return {
    day: row.day,
    previousRoot: row.previous_root,
    audit: row.audit_hash && { seq: row.audit_seq ?? 0, hash: row.audit_hash },
    heads: row.heads,
    root: row.root,
    signature: row.signature,
    keyId: row.key_id,
  };
}

/** Newest first, from the day before `before` on. */
export async function listLatestRoots(
  q: Queries,
  before: CivilDate | null,
  most: number,
): Promise<DailyRoot[]> {
  const rows = await q
    .selectFrom('dossiers.daily_root')
    .selectAll()
    .$if(before !== null, (roots) => roots.where('day', '<', before as CivilDate))
    .orderBy('day', 'desc')
    .limit(most)
    .execute();
  return rows.map(rootOfRow);
}

export interface RootedHead extends MovedHead {
  /** Hash of the event as it lies there now; null when it was cut. */
  readonly there: Uint8Array | null;
}

export async function listRootHeads(q: Queries, day: CivilDate): Promise<RootedHead[]> {
  const rows = await q
    .selectFrom('dossiers.daily_root_head as h')
    .leftJoin('dossiers.event as e', (join) =>
      join.onRef('e.dossier_id', '=', 'h.dossier_id').onRef('e.seq', '=', 'h.seq'),
    )
    .where('h.day', '=', day)
    .select(['h.dossier_id', 'h.seq', 'h.hash', 'e.hash as there'])
    .execute();
  return rows.map(({ dossier_id: dossierId, seq, hash, there }) => ({ dossierId, seq, hash, there }));
}

export const FIRST_ROOT = NO_HASH;
