import { type Actor, covers, postsWithRole, type Role } from '#kernel/actor.ts';

/** Who answers for what others do in time: leaders; an inspector looks at the whole agency. */
export const overseers: readonly Role[] = ['signing-leader', 'unit-leader', 'one-stop-head', 'inspector'];

/** Whole agencies, and offices that act or took a dossier in. */
export interface Places {
  readonly agencyIds: readonly string[];
  readonly officeIds: readonly string[];
}

export function placesWatchedBy(actor: Actor): Places {
  const posts = postsWithRole(actor, overseers).filter((post) => covers(post));
  const whole = posts.filter(({ leads, role }) => leads || role === 'inspector');
  const agencyIds = [...new Set(whole.map((post) => post.agencyId))];
  const own = posts.filter((post) => !agencyIds.includes(post.agencyId));
  return { agencyIds, officeIds: [...new Set(own.map((post) => post.officeId))] };
}
