import type { KeyObject } from 'node:crypto';
import { sign } from 'node:crypto';
import type { CivilDate } from '#kernel/civil-date.ts';
import { findLastSeal } from '#modules/audit/index.ts';
import { type Database, inTransaction, withoutTimeouts } from '#platform/db/database.ts';
import { FIRST_ROOT, findLastRoot, insertRoot, listMovedHeads, lockRoots, rootOf } from '../store/roots.ts';

/** Ed25519; the private half lies outside the database. */
export interface RootKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/**
 * Covers every chain head that moved since the root before, that root, and the audit as far as it is sealed;
 * signed. One a day: a second run on the same day does nothing, a job may run twice.
 */
export function makeDailyRoot(db: Database, day: CivilDate, key: RootKey): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await withoutTimeouts(tx); // the first root after an import covers everything that was imported
    await lockRoots(tx);
    const last = await findLastRoot(tx);
    if (last && last.day >= day) return false;
    const heads = await listMovedHeads(tx);
    const covered = { day, previousRoot: last?.root ?? FIRST_ROOT, audit: await findLastSeal(tx) };
    const root = rootOf(covered, heads);
    const signature = sign(null, root, key.privateKey);
    await insertRoot(tx, { ...covered, heads: heads.length, root, signature, keyId: key.id }, heads);
    return true;
  });
}
