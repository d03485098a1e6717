import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';

export async function insertParkedForm(
  q: Queries,
  form: {
    cookieHash: Uint8Array;
    accountId: string;
    sealed: Uint8Array;
    parkedAt: Instant;
    expiresAt: Instant;
  },
): Promise<void> {
  await q
    .insertInto('identity.parked_form')
    .values({
      cookie_hash: Buffer.from(form.cookieHash),
      account_id: form.accountId,
      sealed: Buffer.from(form.sealed),
      parked_at: form.parkedAt,
      expires_at: form.expiresAt,
    })
    .execute();
}

export function findParkedFormOf(
  q: Queries,
  cookieHash: Uint8Array,
  accountId: string,
  machineNow: Instant,
): Promise<{ sealed: Buffer } | undefined> {
  return q
    .selectFrom('identity.parked_form')
    .select('sealed')
    .where('cookie_hash', '=', Buffer.from(cookieHash))
    .where('account_id', '=', accountId)
    .where('expires_at', '>', machineNow)
    .executeTakeFirst();
}

export async function deleteParkedForm(q: Queries, cookieHash: Uint8Array): Promise<void> {
  await q.deleteFrom('identity.parked_form').where('cookie_hash', '=', Buffer.from(cookieHash)).execute();
}

/** What is over: parked forms at once, tries and sessions and links after a while (the log keeps who signed in). */
export async function deleteExpired(q: Queries, machineNow: Instant, monthAgo: Instant): Promise<void> {
  await q.deleteFrom('identity.parked_form').where('expires_at', '<=', machineNow).execute();
  await q.deleteFrom('identity.sign_in_try').where('at', '<', monthAgo).execute();
  await q.deleteFrom('identity.session').where('last_seen_at', '<', monthAgo).execute();
  await q.deleteFrom('identity.one_time_link').where('expires_at', '<', monthAgo).execute();
}
