import type { Queries } from '#platform/db/database.ts';
import type { AuditEntry } from './entry.ts';
import { insertEntries } from './store.ts';

export { type AuditEntry, type AuditOrigin, auditOrigin, programOrigin } from './entry.ts';
export {
  countAbout,
  type EntryPage,
  findBatchAfter,
  listAboutAny,
  listEntries,
  type WatchedBatch,
} from './reading-store.ts';
export { sealBatches } from './seal-batches.ts';
export { type AuditSeal, findLastSeal, listSealHashes } from './seals.ts';
export { entryRow, listAbout, type StoredEntry } from './store.ts';
export { type AuditVerification, verifyAudit } from './verify-audit.ts';

/** Writes into the log: in the action's transaction, or on its own for a read. */
export function record(q: Queries, ...entries: readonly AuditEntry[]): Promise<void> {
  return insertEntries(q, entries);
}
