import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

export type TryOutcome = 'looked-at' | 'wrong' | 'half-way' | 'right' | 'blocked';

/** Tries for one name, and from one address, one after the other: parallel guesses must see each other. */
export async function lockTries(tx: Tx, nameHash: Uint8Array, address: string): Promise<void> {
  const name = Buffer.from(nameHash).toString('hex');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`name ${name}`}, 7))`.execute(tx);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`address ${address}`}, 7))`.execute(tx);
}

/**
 * Moments of wrong tries for an account since it was last entered, oldest first. Tries that are being looked at
 * count: parallel guesses must not all get through.
 */
export async function listWrongOfName(q: Queries, nameHash: Uint8Array, since: Instant): Promise<Instant[]> {
  const { rows } = await sql<{ at: Instant }>`
    select at from identity.sign_in_try t
     where name_hash = ${Buffer.from(nameHash)} and at >= ${since} and outcome in ('wrong', 'looked-at')
       and not exists (select from identity.sign_in_try r where r.name_hash = t.name_hash
                        and r.outcome = 'right' and r.position > t.position)
     order by position`.execute(q);
  return rows.map((row) => row.at);
}

/** How many may sign in from one address at the same moment: a whole office at half past seven. */
const AT_ONCE = 30;

/** The same from an address; who got in from there in the end had only mistyped, and does not count. */
export async function listWrongOfAddress(q: Queries, address: string, since: Instant): Promise<Instant[]> {
  const { rows } = await sql<{ at: Instant }>`
    select at from identity.sign_in_try t
     where address = ${address} and at >= ${since} and (outcome = 'wrong' or position in (
             select position from identity.sign_in_try
              where address = ${address} and at >= ${since} and outcome = 'looked-at'
              order by position offset ${AT_ONCE}))
       and not exists (select from identity.sign_in_try r where r.name_hash = t.name_hash
                        and r.address = t.address and r.outcome = 'right' and r.position > t.position)
     order by position`.execute(q);
  return rows.map((row) => row.at);
}

export async function insertTry(
  tx: Tx,
  nameHash: Uint8Array,
  address: string,
  at: Instant,
  outcome: TryOutcome,
): Promise<string> {
  const row = await tx
    .insertInto('identity.sign_in_try')
    .values({ name_hash: Buffer.from(nameHash), address, at, outcome })
    .returning('position')
    .executeTakeFirstOrThrow();
  return row.position;
}

export async function setTryOutcome(q: Queries, position: string, outcome: TryOutcome): Promise<void> {
  await q.updateTable('identity.sign_in_try').set({ outcome }).where('position', '=', position).execute();
}
