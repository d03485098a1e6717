import { expect, test } from 'vitest';
import { type Role, roles } from '#kernel/actor.ts';
import { waysThat } from '#kernel/testing-actor.ts';
import { counterPost, counterPosts, holderOf, receptionRoles } from './by.ts';

const register = { code: '1.001193', field: 'Hộ tịch' };
const business = { code: '1.001612', field: 'Hộ kinh doanh' };
const receives = (role: Role) => receptionRoles.some((one) => one === role);

test.each(roles)(
  '%s: receives at the counter, in the own right or for who is away, in their matters',
  (role) => {
    const at = (matter?: typeof register) =>
      waysThat(role, (actor) => counterPost(actor, 'here', matter) !== undefined);
    expect(at(register)).toEqual(receives(role) ? ['own', 'instead', 'partly'] : []);
    expect(at(business)).toEqual(receives(role) ? ['own', 'instead'] : []);
    expect(waysThat(role, (actor) => counterPost(actor, 'there') !== undefined)).toEqual([]);
  },
);

test.each(roles)('%s: finds the drafts and the choice of counters as long as there is a counter', (role) => {
  const expected = receives(role) ? ['own', 'instead', 'partly'] : [];
  expect(waysThat(role, (actor) => holderOf(actor).officeIds.length > 0)).toEqual(expected);
  expect(waysThat(role, (actor) => counterPosts(actor).length > 0)).toEqual(expected);
});
