import type { HeldPost } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import { standingPosts } from './rules/standing-posts.ts';
import { listStandIns } from './store/stand-ins.ts';

/** Posts of others by which a person may act on a legal day: by substitution the work, by delegation the signature. */
export async function actsFor(q: Queries, personId: string, on: CivilDate): Promise<HeldPost[]> {
  return standingPosts(await listStandIns(q, { on, actsNow: personId }), on);
}
