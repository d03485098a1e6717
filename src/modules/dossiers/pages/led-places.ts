import { type Actor, covers, type HeldPost, postsWithRole, type Role } from '#kernel/actor.ts';
import type { LedPlace } from '../store/load.ts';

/** Who sees how the work of others stands. */
export const leaders = ['signing-leader', 'unit-leader', 'one-stop-head'] as const satisfies readonly Role[];

/** What a person leads: the agency for its leaders, the own office for a unit leader. An inspector looks at the whole agency. */
export function placesOf(actor: Actor, roles: readonly Role[] = leaders): LedPlace[] {
  const led = postsWithRole(actor, roles).filter((post) => covers(post));
  const isWhole = ({ leads, role }: HeldPost) => leads || role === 'inspector';
  const whole = new Set(led.filter(isWhole).map((post) => post.agencyId));
  const own = Map.groupBy(
    led.filter((post) => !whole.has(post.agencyId)),
    (post) => post.agencyId,
  );
  return [
    ...[...whole].map((agencyId) => ({ agencyId, officeIds: null })),
    ...[...own].map(([agencyId, some]) => ({ agencyId, officeIds: some.map((post) => post.officeId) })),
  ];
}
