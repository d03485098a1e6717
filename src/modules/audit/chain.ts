import { createHash } from 'node:crypto';
import type { StoredEntry } from './store.ts';

/** What the first batch continues. */
export const CHAIN_START: Uint8Array = Buffer.alloc(32);

/** SHA-256 over one entry, every column in fixed order. */
export function hashOfEntry(entry: StoredEntry): Uint8Array {
  const columns = [
    String(entry.position),
    entry.account_id,
    entry.post_id,
    entry.office_id,
    entry.action,
    entry.subject_kind,
    entry.subject_id,
    entry.legal_at,
    entry.machine_at,
    entry.address,
    entry.request_id,
    entry.result,
    entry.reason,
  ];
  return createHash('sha256').update(JSON.stringify(columns)).digest();
}

export interface BatchHead {
  readonly seq: number;
  readonly fromPosition: string;
  readonly toPosition: string;
  readonly entries: number;
  readonly sealedAt: string;
  readonly previousHash: Uint8Array;
}

/** SHA-256 over the batch's own facts, the batch before and all its entries' hashes in order of position. */
export function hashOfBatch(head: BatchHead, entryHashes: readonly Uint8Array[]): Uint8Array {
  const { seq, fromPosition, toPosition, entries, sealedAt } = head;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([seq, fromPosition, toPosition, entries, sealedAt]));
  hash.update(head.previousHash);
  for (const entryHash of entryHashes) hash.update(entryHash);
  return hash.digest();
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
