import { type Actor, covers, postsWithRole, type Role } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { transitions } from '../rules/transitions.ts';
import { type AskedLine, listOpenOpinions, listSilent } from '../store/asked.ts';

export interface Asked {
  /** Other offices wait for this person's office to say what it thinks. */
  readonly opinions: readonly AskedLine[];
  /** What this person's office waits for outside this system, and ends itself. */
  readonly outside: readonly AskedLine[];
  /** Nobody answered a supplement request in time. */
  readonly silent: readonly AskedLine[];
}

/** What waits for this person beside the dossiers that they hold. */
export async function listAsked(q: Queries, actor: Actor, now: Instant): Promise<Asked> {
  const answering = officesOf(actor, transitions['answer-opinion'].roles);
  return {
    opinions: await listOpenOpinions(q, answering, false),
    outside: await listOpenOpinions(q, answering, true),
    silent: await listSilent(q, officesOf(actor, ['one-stop-head']), dateOf(now)),
  };
}

/** By their own posts and by those of whom they stand in for; what is lent for some matters only is not listed. */
export function officesOf(actor: Actor, roles: readonly Role[]): string[] {
  const posts = postsWithRole(actor, roles).filter((post) => covers(post));
  return [...new Set(posts.map((post) => post.officeId))];
}
