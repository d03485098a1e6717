import { expect, test } from 'vitest';
import { type Actor, type HeldPost, holdsRole, postAt, postsWithRole, roles } from './actor.ts';

const aPost = (role: HeldPost['role'], officeId: string, change: Partial<HeldPost> = {}): HeldPost => ({
  ...{ id: `${role}-${officeId}`, role, title: role, officeId, officeName: officeId },
  ...{ agencyId: 'agency', leads: false },
  ...change,
});
const insteadOf = {
  ...({ kind: 'substitute', id: 's', accountId: 'b', name: 'B', until: null, manner: null } as const),
  ...{ decisionNumber: null, decisionDate: null, ownTitle: '', matters: [] },
};
const actor = (posts: readonly HeldPost[], standsIn?: readonly HeldPost[]): Actor => ({
  ...{ accountId: 'a', personId: 'p', name: 'A', posts },
  ...(standsIn ? { standsIn } : {}),
});

test.each(roles)('%s: by the own post first, then by that of another, else not at all', (role) => {
  const [own, other] = [aPost(role, 'here'), aPost(role, 'there', { insteadOf })];
  expect(postsWithRole(actor([own], [other]), [role])).toEqual([own, other]);
  expect(postAt(actor([own], [other]), [role], 'there')).toBe(other);
  expect(holdsRole(actor([], [other]), [role])).toBe(true);
  const rest = roles.filter((one) => one !== role);
  expect(postsWithRole(actor([own], [other]), rest)).toEqual([]);
  expect(postAt(actor([own], [other]), [role], 'elsewhere')).toBeUndefined();
  expect(holdsRole(actor([]), [role])).toBe(false);
});
