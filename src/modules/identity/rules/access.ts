import type { Actor, HeldPost, Role } from '#kernel/actor.ts';

/** The posts of a person with one of these roles. */
export function postsWithRole(actor: Actor, wanted: readonly Role[]): readonly HeldPost[] {
  return actor.posts.filter((post) => wanted.includes(post.role));
}
