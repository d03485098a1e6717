import type { Actor, HeldPost, Role } from '#kernel/actor.ts';

/** Who takes and gives back money at a one-stop. */
export const takingRoles = [
  'reception-officer',
  'postal-staff',
  'result-clerk',
] as const satisfies readonly Role[];

/** Who receives what the clerks took: the head of the one-stop. */
export const receivingRoles = ['one-stop-head'] as const satisfies readonly Role[];

export const cashRoles = [...takingRoles, ...receivingRoles] as const;

/** The post of a person that may do it at this office. */
export function postAt(actor: Actor, roles: readonly Role[], officeId: string): HeldPost | undefined {
  return actor.posts.find((post) => post.officeId === officeId && roles.includes(post.role));
}

export function officesOf(actor: Actor, roles: readonly Role[]): readonly string[] {
  const held = actor.posts.filter((post) => roles.includes(post.role));
  return [...new Set(held.map((post) => post.officeId))];
}

/** A list is its clerk's own, and the head's of its office; to anybody else it does not exist. */
export function mayReadList(
  actor: Actor,
  list: { readonly officeId: string; readonly accountId: string },
): boolean {
  return list.accountId === actor.accountId || postAt(actor, receivingRoles, list.officeId) !== undefined;
}
