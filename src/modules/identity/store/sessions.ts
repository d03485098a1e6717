import type { Selectable } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';

export type SessionRow = Selectable<DB['identity.session']>;

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Uint8Array;
  readonly accountId: string;
  readonly machineNow: Instant;
  readonly secondFactor: boolean;
  readonly address: string;
  readonly device: string;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('identity.session')
    .values({
      id: session.id,
      token_hash: Buffer.from(session.tokenHash),
      account_id: session.accountId,
      created_at: session.machineNow,
      last_seen_at: session.machineNow,
      second_factor_at: session.secondFactor ? session.machineNow : null,
      address: session.address,
      device: session.device,
    })
    .execute();
}

export function findSessionByToken(q: Queries, tokenHash: Uint8Array): Promise<SessionRow | undefined> {
  return q
    .selectFrom('identity.session')
    .selectAll()
    .where('token_hash', '=', Buffer.from(tokenHash))
    .executeTakeFirst();
}

export async function touchSession(q: Queries, id: string, machineNow: Instant): Promise<void> {
  await q
    .updateTable('identity.session')
    .set({ last_seen_at: machineNow })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** A new token for the same session; false when it has ended meanwhile. */
export async function rotateSession(
  tx: Tx,
  id: string,
  tokenHash: Uint8Array,
  machineNow: Instant,
  secondFactor: boolean,
): Promise<boolean> {
  const result = await tx
    .updateTable('identity.session')
    .set({
      token_hash: Buffer.from(tokenHash),
      last_seen_at: machineNow,
      ...(secondFactor ? { second_factor_at: machineNow } : {}),
    })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function endSession(q: Queries, id: string, machineNow: Instant): Promise<void> {
  await q
    .updateTable('identity.session')
    .set({ ended_at: machineNow })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends all sessions of an account, but one if it is named. */
export async function endSessionsOf(
  q: Queries,
  accountId: string,
  machineNow: Instant,
  except: string | null = null,
): Promise<void> {
  let query = q
    .updateTable('identity.session')
    .set({ ended_at: machineNow })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null);
  if (except !== null) query = query.where('id', '!=', except);
  await query.execute();
}

export function listOpenSessions(q: Queries, accountId: string): Promise<SessionRow[]> {
  return q
    .selectFrom('identity.session')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute();
}

export async function endAllSessions(tx: Tx, machineNow: Instant): Promise<void> {
  await tx
    .updateTable('identity.session')
    .set({ ended_at: machineNow })
    .where('ended_at', 'is', null)
    .execute();
}
