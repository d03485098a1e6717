import { createHash } from 'node:crypto';
import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { networkOf } from '#platform/http/client-network.ts';
import { LOCK_MINUTES, lockedUntil, minutesUntil, WRONG_TRIES_OF_ADDRESS } from '../rules/lock-out.ts';
import { insertTry, listWrongOfAddress, listWrongOfName, lockTries } from '../store/sign-in-tries.ts';

export function hashName(name: string): Uint8Array {
  return createHash('sha256').update(`sign-in name ${name}`).digest();
}

/**
 * Books a try before it is looked at, so that parallel guesses count each other; the caller writes its outcome. Refuses `identity/locked` (minutes left) for known and unknown names alike.
 */
export async function bookTry(
  db: Database,
  name: string,
  origin: { readonly address: string; readonly machineNow: Instant },
): Promise<Outcome<string>> {
  const { machineNow } = origin;
  const address = networkOf(origin.address);
  const nameHash = hashName(name);
  const since = instantOfMs(msOfInstant(machineNow) - 3 * LOCK_MINUTES * 60_000);
  return inTransaction(db, async (tx) => {
    await lockTries(tx, nameHash, address);
    const ends = [
      lockedUntil(await listWrongOfName(tx, nameHash, since), machineNow),
      lockedUntil(await listWrongOfAddress(tx, address, since), machineNow, WRONG_TRIES_OF_ADDRESS),
    ].filter((end) => end !== null);
    const end = ends.sort().at(-1);
    const position = await insertTry(tx, nameHash, address, machineNow, end ? 'blocked' : 'looked-at');
    if (!end) return accepted(position);
    return refused('identity/locked', { minutes: minutesUntil(end, machineNow) });
  });
}
