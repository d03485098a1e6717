import type { Instant } from '#kernel/instant.ts';
import { type Database, inTransaction, type Tx } from '#platform/db/database.ts';
import { passing } from '#platform/passing.ts';
import { CHAIN_START, hashOfBatch, hashOfEntry } from './chain.ts';
import { findLastBatch, insertBatch, listUnsealed, lockSealing } from './store.ts';

const BATCH_SIZE = 5000;

/** Chains what has come in since the last time; runs every minute. Returns the number of entries sealed. */
export async function sealBatches(db: Database, machineNow: Instant): Promise<number> {
  let sealed = 0;
  for (;;) {
    const now = await inTransaction(db, (tx) => sealOne(tx, machineNow));
    sealed += now;
    if (now < BATCH_SIZE) return sealed;
  }
}

async function sealOne(tx: Tx, machineNow: Instant): Promise<number> {
  await lockSealing(tx);
  const last = await findLastBatch(tx);
  const waiting = await listUnsealed(tx, last?.to_position ?? '0', BATCH_SIZE);
  const first = waiting[0];
  const end = waiting.at(-1);
  if (!first || !end) return 0;
  const entries = waiting.map((entry) => ({ position: entry.position, hash: hashOfEntry(entry) }));
  const head = {
    seq: (last?.seq ?? 0) + 1,
    fromPosition: first.position,
    toPosition: end.position,
    entries: entries.length,
    sealedAt: machineNow,
    previousHash: last?.hash ?? CHAIN_START,
  };
  const hash = hashOfBatch(
    head,
    entries.map((entry) => entry.hash),
  );
  await insertBatch(tx, { ...head, hash, entries });
  passing('audit/sealed');
  return entries.length;
}
