import type { Actor, Role } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { transitions } from '../rules/transitions.ts';
import { type AskedLine, listOpenOpinions, listSilent } from '../store/asked.ts';

export interface Asked {
  /** Other offices wait for this person's office to say what it thinks. */
  readonly opinions: readonly AskedLine[];
  /** Nobody answered a supplement request in time. */
  readonly silent: readonly AskedLine[];
}

/** What waits for this person beside the dossiers that they hold. */
export async function listAsked(q: Queries, actor: Actor, now: Instant): Promise<Asked> {
  return {
    opinions: await listOpenOpinions(q, officesOf(actor, transitions['answer-opinion'].roles)),
    silent: await listSilent(q, officesOf(actor, ['one-stop-head']), dateOf(now)),
  };
}

export function officesOf({ posts }: Actor, roles: readonly Role[]): string[] {
  return posts.filter((post) => roles.includes(post.role)).map((post) => post.officeId);
}
