import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';

/** What is long over: the log keeps who signed in and when. */
export async function deleteOlderThan(q: Queries, before: Instant): Promise<void> {
  await q.deleteFrom('identity.sign_in_try').where('at', '<', before).execute();
  await q.deleteFrom('identity.session').where('last_seen_at', '<', before).execute();
  await q.deleteFrom('identity.one_time_link').where('expires_at', '<', before).execute();
}
