import type { Selectable } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';

export type LinkRow = Selectable<DB['identity.one_time_link']>;

export async function withdrawLinks(tx: Tx, accountId: string, machineNow: Instant): Promise<void> {
  await tx
    .updateTable('identity.one_time_link')
    .set({ withdrawn_at: machineNow })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** A new link takes the place of older ones that were not used. */
export async function replaceLink(
  tx: Tx,
  link: { accountId: string; tokenHash: Uint8Array; machineNow: Instant; expiresAt: Instant },
): Promise<void> {
  await withdrawLinks(tx, link.accountId, link.machineNow);
  await tx
    .insertInto('identity.one_time_link')
    .values({
      token_hash: Buffer.from(link.tokenHash),
      account_id: link.accountId,
      created_at: link.machineNow,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** A link that still opens: not used, not withdrawn, not too old. */
export function findOpenLink(
  q: Queries,
  tokenHash: Uint8Array,
  machineNow: Instant,
): Promise<LinkRow | undefined> {
  return q
    .selectFrom('identity.one_time_link')
    .selectAll()
    .where('token_hash', '=', Buffer.from(tokenHash))
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', machineNow)
    .executeTakeFirst();
}

export async function useUpLink(tx: Tx, tokenHash: Uint8Array, machineNow: Instant): Promise<void> {
  await tx
    .updateTable('identity.one_time_link')
    .set({ used_at: machineNow })
    .where('token_hash', '=', Buffer.from(tokenHash))
    .execute();
}

/** Every link that would still open. */
export async function withdrawAllLinks(tx: Tx, machineNow: Instant): Promise<void> {
  await tx
    .updateTable('identity.one_time_link')
    .set({ withdrawn_at: machineNow })
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}
