import { type Actor, type HeldPost, postsWithRole, type Role } from '#kernel/actor.ts';

/** Who may read the figures of an agency; they say nothing about a person. */
export const figureReaders = [
  'signing-leader',
  'one-stop-head',
  'statistician',
  'inspector',
] as const satisfies readonly Role[];

/** Who gives the figures of an agency away. */
const figureKeepers: readonly Role[] = ['signing-leader', 'one-stop-head', 'statistician'];

/** The post by which somebody may freeze a report of this agency. */
export function freezingPost(actor: Actor, agencyId: string): HeldPost | undefined {
  return postsWithRole(actor, figureKeepers).find((post) => post.agencyId === agencyId);
}

interface Agency {
  readonly id: string;
  readonly placeCode: string;
}

/** The agencies whose figures a person reads, also in somebody's stead. */
export function ownAgencies(actor: Actor): readonly string[] {
  return [...new Set(postsWithRole(actor, figureReaders).map((post) => post.agencyId))];
}

/** The agencies of a person, and those of the places (codes) right below theirs, in the order given. */
export function agenciesSeen<A extends Agency>(
  own: readonly string[],
  all: readonly A[],
  placesBelow: readonly string[],
): A[] {
  return all.filter(({ id, placeCode }) => own.includes(id) || placesBelow.includes(placeCode));
}
