import type { KeyObject } from 'node:crypto';
import { sign } from 'node:crypto';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { FIRST_ROOT, findLastRoot, insertRoot, listMovedHeads, rootOf } from '../store/roots.ts';

/** Ed25519; the private half lies outside the database. */
export interface RootKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/**
 * Covers every chain head that moved since the root before, and that root; signed. One a day: a second run on
 * the same day does nothing, a job may run twice.
 */
export function makeDailyRoot(db: Database, day: CivilDate, key: RootKey): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const last = await findLastRoot(tx);
    if (last && last.day >= day) return false;
    const heads = await listMovedHeads(tx);
    const previousRoot = last?.root ?? FIRST_ROOT;
    const root = rootOf(day, previousRoot, heads);
    const signature = sign(null, root, key.privateKey);
    await insertRoot(tx, { day, previousRoot, heads: heads.length, root, signature, keyId: key.id }, heads);
    return true;
  });
}
