import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

export async function listPasswordHashes(q: Queries, accountId: string, limit: number): Promise<string[]> {
  const rows = await q
    .selectFrom('identity.password_history')
    .select('hash')
    .where('account_id', '=', accountId)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.hash);
}

/** Sets the password and keeps its hash among the last ones; older than `remembered` are forgotten. */
export async function setPassword(
  tx: Tx,
  accountId: string,
  hash: string,
  machineNow: Instant,
  remembered: number,
): Promise<void> {
  await tx
    .updateTable('identity.account')
    .set({ password_hash: hash, password_changed_at: machineNow, must_change_password: false })
    .where('id', '=', accountId)
    .execute();
  await tx
    .insertInto('identity.password_history')
    .values({ account_id: accountId, changed_at: machineNow, hash })
    .execute();
  await sql`delete from identity.password_history where account_id = ${accountId} and position not in (
    select position from identity.password_history where account_id = ${accountId}
    order by position desc limit ${remembered})`.execute(tx);
}

export async function replaceRecoveryCodes(
  tx: Tx,
  accountId: string,
  hashes: readonly Uint8Array[],
): Promise<void> {
  await tx.deleteFrom('identity.recovery_code').where('account_id', '=', accountId).execute();
  if (hashes.length === 0) return;
  await tx
    .insertInto('identity.recovery_code')
    .values(hashes.map((hash) => ({ account_id: accountId, hash: Buffer.from(hash) })))
    .execute();
}

/** Whether the code was there and unused; it is used now. */
export async function useRecoveryCode(
  tx: Tx,
  accountId: string,
  hash: Uint8Array,
  machineNow: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable('identity.recovery_code')
    .set({ used_at: machineNow })
    .where('account_id', '=', accountId)
    .where('hash', '=', Buffer.from(hash))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function countRecoveryCodes(q: Queries, accountId: string): Promise<number> {
  const row = await q
    .selectFrom('identity.recovery_code')
    .select(({ fn }) => fn.countAll<string>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.left);
}
