import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import { NO_HASH } from './chain.ts';

export interface MovedHead {
  readonly dossierId: string;
  readonly seq: number;
  readonly hash: Uint8Array;
}

export interface DailyRoot {
  readonly day: CivilDate;
  readonly previousRoot: Uint8Array;
  readonly heads: number;
  readonly root: Uint8Array;
  readonly signature: Uint8Array;
  readonly keyId: string;
}

/** SHA-256 over the day, the root before and every head that moved since, in the order of the dossiers' ids. */
export function rootOf(day: CivilDate, previousRoot: Uint8Array, heads: readonly MovedHead[]): Buffer {
  const hash = createHash('sha256').update(day).update(previousRoot);
  const ordered = [...heads].sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1));
  for (const head of ordered) hash.update(`${head.dossierId}:${head.seq}:`).update(head.hash);
  return hash.digest();
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
    .selectFrom('dossiers.dossier')
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
    })
    .execute();
  for (let from = 0; from < heads.length; from += CHUNK)
    await insertHeads(tx, root.day, heads.slice(from, from + CHUNK));
  await tx
    .updateTable('dossiers.dossier')
    .set((eb) => ({ rooted_seq: eb.ref('head_seq') }))
    .whereRef('rooted_seq', '<', 'head_seq')
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

export async function listRootHeads(q: Queries, day: CivilDate): Promise<MovedHead[]> {
  const rows = await q.selectFrom('dossiers.daily_root_head').selectAll().where('day', '=', day).execute();
  return rows.map((row) => ({ dossierId: row.dossier_id, seq: row.seq, hash: row.hash }));
}

export const FIRST_ROOT = NO_HASH;
