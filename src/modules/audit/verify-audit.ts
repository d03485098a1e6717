import type { Queries } from '#platform/db/database.ts';
import { CHAIN_START, hashOfBatch, hashOfEntry, sameBytes } from './chain.ts';
import {
  findForeignEntry,
  findLastBatch,
  listBatches,
  listSealed,
  type SealedRow,
  type StoredBatch,
} from './store.ts';

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
    const batches = pageOf(await listBatches(q, seq, BATCHES));
    const rows = await listSealed(q, batches[0]?.seq ?? 0, batches.at(-1)?.seq ?? -1);
    for (const batch of batches) {
      const finding = checkBatch(batch, rows.get(batch.seq) ?? [], seq + 1, previous);
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

const BATCHES = 500;
const ENTRIES = 20_000;

/** As many of the batches as fit into memory with what lies in them, at least one. */
function pageOf(batches: readonly StoredBatch[]): StoredBatch[] {
  let entries = 0;
  return batches.filter((batch, index) => {
    entries += batch.entries;
    return index === 0 || entries <= ENTRIES;
  });
}

function checkBatch(
  batch: StoredBatch,
  rows: readonly SealedRow[],
  wantedSeq: number,
  previous: Uint8Array,
): Finding | undefined {
  if (batch.seq !== wantedSeq) return { ok: false, batch: wantedSeq, problem: 'batch-cut' };
  if (!sameBytes(batch.previous_hash, previous))
    return { ok: false, batch: batch.seq, problem: 'batch-changed' };
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
