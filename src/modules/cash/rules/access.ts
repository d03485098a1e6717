import { type Actor, covers, postAt, postsWithRole, type Role } from '#kernel/actor.ts';

/** Who takes and gives back money at a one-stop. */
export const takingRoles = [
  'reception-officer',
  'postal-staff',
  'result-clerk',
] as const satisfies readonly Role[];

/** Who receives what the clerks took: the head of the one-stop. */
export const receivingRoles = ['one-stop-head'] as const satisfies readonly Role[];

export const cashRoles = [...takingRoles, ...receivingRoles] as const;

/** Whose lists and quarters a person may see or settle: those are of a whole office. */
export function officesOf(actor: Actor, roles: readonly Role[]): readonly string[] {
  return [
    ...new Set(
      postsWithRole(actor, roles)
        .filter((post) => covers(post))
        .map((post) => post.officeId),
    ),
  ];
}

/** A list is its clerk's own, and the head's of its office; to anybody else it does not exist. */
export function mayReadList(
  actor: Actor,
  list: { readonly officeId: string; readonly accountId: string },
): boolean {
  return list.accountId === actor.accountId || postAt(actor, receivingRoles, list.officeId) !== undefined;
}
