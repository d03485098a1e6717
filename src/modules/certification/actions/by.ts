import { type Actor, type HeldPost, officePosts } from '#kernel/actor.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import { certifyingRoles } from '../rules/access.ts';

/** Who works at a counter, and from where. */
export interface By {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
}

/** The counters at which a person certifies, her own before those where she stands in for somebody. */
export function counterPosts(actor: Actor): readonly HeldPost[] {
  return officePosts(actor, certifyingRoles);
}

/** The one asked for, else the first. */
export function counterPost(actor: Actor, officeId = ''): HeldPost | undefined {
  const posts = counterPosts(actor);
  return posts.find((post) => post.officeId === officeId) ?? posts[0];
}

/** Each agency once. */
export function agenciesOf(posts: readonly HeldPost[]): readonly string[] {
  return [...new Set(posts.map((post) => post.agencyId))];
}
