import type { Actor, HeldPost, Role } from '#kernel/actor.ts';

/** Offices in which a person holds one of these roles: what she may touch there is decided by post and office. */
export function officesWithRole(actor: Actor, wanted: readonly Role[]): readonly string[] {
  return [...new Set(postsWithRole(actor, wanted).map((post) => post.officeId))];
}

export function postsWithRole(actor: Actor, wanted: readonly Role[]): readonly HeldPost[] {
  return actor.posts.filter((post) => wanted.includes(post.role));
}

/** The post by which a person acts for an office, for the history and the log. */
export function postIn(actor: Actor, officeId: string, wanted: readonly Role[]): HeldPost | undefined {
  return actor.posts.find((post) => post.officeId === officeId && wanted.includes(post.role));
}
