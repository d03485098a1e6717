import type { Queries } from '#platform/db/database.ts';
import { CHAIN_START, hashOfBatch, hashOfEntry, sameBytes } from './chain.ts';
import { findForeignEntry, findLastBatch, listBatches, listSealed, type StoredBatch } from './store.ts';

export type AuditVerification =
  | { readonly ok: true; readonly batches: number; readonly entries: number; readonly head: Uint8Array }
  | {
      readonly ok: false;
      readonly batch: number;
      /** Position of the first wrong entry, when it is an entry. */
      readonly position?: string;
      readonly problem: 'entry-changed' | 'entry-cut' | 'batch-changed' | 'batch-cut' | 'entry-slipped-in';
    };

type Finding = Extract<AuditVerification, { ok: false }>;

/** Recomputes the whole chain and names the first wrong row. */
export async function verifyAudit(q: Queries): Promise<AuditVerification> {
  let previous: Uint8Array = CHAIN_START;
  let seq = 0;
  let entries = 0;
  for (;;) {
    const batches = await listBatches(q, seq, 100);
    for (const batch of batches) {
      const finding = await checkBatch(q, batch, seq + 1, previous);
      if (finding) return finding;
      previous = batch.hash;
      seq = batch.seq;
      entries += batch.entries;
    }
    if (batches.length === 0) break;
  }
  const last = await findLastBatch(q);
  const foreign = last && (await findForeignEntry(q, last.to_position));
  if (foreign) return { ok: false, batch: seq, position: foreign.position, problem: 'entry-slipped-in' };
  return { ok: true, batches: seq, entries, head: previous };
}

async function checkBatch(
  q: Queries,
  batch: StoredBatch,
  wantedSeq: number,
  previous: Uint8Array,
): Promise<Finding | undefined> {
  if (batch.seq !== wantedSeq) return { ok: false, batch: wantedSeq, problem: 'batch-cut' };
  if (!sameBytes(batch.previous_hash, previous))
    return { ok: false, batch: batch.seq, problem: 'batch-changed' };
  const rows = await listSealed(q, batch.seq);
  for (const row of rows) {
    const at = { ok: false, batch: batch.seq, position: row.position } as const;
    if (!row.entry) return { ...at, problem: 'entry-cut' };
    if (!sameBytes(hashOfEntry(row.entry), row.hash)) return { ...at, problem: 'entry-changed' };
  }
  const hash = hashOfBatch(
    {
      seq: batch.seq,
      fromPosition: batch.from_position,
      toPosition: batch.to_position,
      entries: batch.entries,
      sealedAt: batch.sealed_at,
      previousHash: batch.previous_hash,
    },
    rows.map((row) => row.hash),
  );
  const whole = rows.length === batch.entries && sameBytes(hash, batch.hash);
  return whole ? undefined : { ok: false, batch: batch.seq, problem: 'batch-changed' };
}
