import type { Actor, HeldPost } from '#kernel/actor.ts';

/** The agencies whose data-protection officer this person is. */
export function agenciesOf(actor: Actor): string[] {
  return [...new Set(officerPosts(actor).map((post) => post.agencyId))];
}

/** The post in which a data-protection officer acts; undefined for anybody else. */
export function officerPost(actor: Actor, agencyId?: string): HeldPost | undefined {
  return officerPosts(actor).find((post) => agencyId === undefined || post.agencyId === agencyId);
}

function officerPosts({ posts }: Actor): HeldPost[] {
  return posts.filter((post) => post.role === 'data-protection-officer');
}
