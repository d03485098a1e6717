import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { Preference, Way } from '../rules/preference.ts';

export async function findPreference(q: Queries, accountId: string): Promise<Preference> {
  const { rows } = await sql<Preference>`
    select way, address from reminders.preference where account_id = ${accountId}::uuid`.execute(q);
  return rows[0] ?? { way: 'page', address: null };
}

export async function savePreference(
  tx: Tx,
  accountId: string,
  { way, address }: Preference,
  setAt: Instant,
): Promise<void> {
  await sql`
    insert into reminders.preference (account_id, way, address, set_at)
    values (${accountId}::uuid, ${way}, ${address}, ${setAt}::timestamptz)
        on conflict (account_id) do update
           set way = excluded.way, address = excluded.address, set_at = excluded.set_at`.execute(tx);
}

/** Those who want letters of this kind, and where. */
export async function listWanting(
  q: Queries,
  way: Exclude<Way, 'page'>,
): Promise<{ readonly accountId: string; readonly address: string }[]> {
  const { rows } = await sql<{ accountId: string; address: string }>`
    select account_id as "accountId", address from reminders.preference
     where way = ${way} and address is not null order by 1`.execute(q);
  return rows;
}
