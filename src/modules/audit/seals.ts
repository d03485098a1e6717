import type { Queries } from '#platform/db/database.ts';
import { CHAIN_START } from './chain.ts';
import { findLastBatch } from './store.ts';

/** Where the sealed log ends: whoever signs it makes every batch up to it unchangeable. */
export interface AuditSeal {
  /** 0: nothing has been sealed yet. */
  readonly seq: number;
  readonly hash: Uint8Array;
}

export async function findLastSeal(q: Queries): Promise<AuditSeal> {
  const last = await findLastBatch(q);
  return { seq: last?.seq ?? 0, hash: last?.hash ?? CHAIN_START };
}

/** Hashes of these batches as they lie there now; a batch that was cut is missing. */
export async function listSealHashes(q: Queries, seqs: readonly number[]): Promise<Map<number, Uint8Array>> {
  const there = new Map<number, Uint8Array>([[0, CHAIN_START]]);
  if (seqs.length === 0) return there;
  const rows = await q.selectFrom('audit.batch').where('seq', 'in', seqs).select(['seq', 'hash']).execute();
  for (const row of rows) there.set(row.seq, row.hash);
  return there;
}
