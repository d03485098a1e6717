import { sql } from 'kysely';
import type { HeldPost } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import { standingPosts } from './rules/standing-posts.ts';
import { listStandIns } from './store/stand-ins.ts';

/** Posts of others by which an account may act on a legal day: by substitution the work, by delegation the signature. */
export async function actsFor(q: Queries, accountId: string, on: CivilDate): Promise<HeldPost[]> {
  const person = sql<string>`(select person_id from identity.account where id = ${accountId})`;
  return standingPosts(await listStandIns(q, { on, actsNow: person }), on);
}
