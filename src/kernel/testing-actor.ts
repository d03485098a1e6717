import type { Actor, HeldPost, InsteadOf, Role } from './actor.ts';

export const aPost = (role: Role, officeId = 'here', change: Partial<HeldPost> = {}): HeldPost => ({
  ...{ id: `${role}-${officeId}`, role, title: role, officeId, officeName: officeId },
  ...{ agencyId: 'agency', leads: false },
  ...change,
});

export const aSubstitution = (change: Partial<InsteadOf> = {}): InsteadOf => ({
  ...({ kind: 'substitute', id: 's', accountId: 'b', name: 'B', until: null, manner: null } as const),
  ...{ decisionNumber: null, decisionDate: null, ownTitle: '', matters: [] },
  ...change,
});

export const anActor = (posts: readonly HeldPost[], standsIn?: readonly HeldPost[]): Actor => ({
  ...{ accountId: 'a', personId: 'p', name: 'A', posts },
  ...(standsIn ? { standsIn } : {}),
});

/** The ways in which somebody may come to a role: their own, for who is away, for some matters of theirs, no more. */
export function waysTo(role: Role, matters: readonly string[] = ['Hộ tịch']) {
  const lent = (of: InsteadOf) => anActor([], [aPost(role, 'here', { insteadOf: of })]);
  return {
    own: anActor([aPost(role)]),
    instead: lent(aSubstitution()),
    partly: lent(aSubstitution({ matters })),
    over: anActor([], []),
  };
}

export type Way = keyof ReturnType<typeof waysTo>;

/** In which ways somebody with this role is let do something. */
export function waysThat(role: Role, may: (actor: Actor) => boolean): Way[] {
  const ways = waysTo(role);
  return (Object.keys(ways) as Way[]).filter((way) => may(ways[way]));
}
