import { expect, test } from 'vitest';
import { type Role, roles } from '#kernel/actor.ts';
import { waysThat } from '#kernel/testing-actor.ts';
import { counterPosts } from '../actions/by.ts';
import { certifyingRoles, keptBooks, readableBooks, signingAgencies, volumeRoles } from './access.ts';

const is = (wanted: readonly Role[], role: Role) => wanted.includes(role);

test.each(roles)(
  '%s: certifies at the counter, in the own right or for who is away; the post never',
  (role) => {
    const expected = is(certifyingRoles, role) ? ['own', 'instead', 'partly'] : [];
    expect(waysThat(role, (actor) => counterPosts(actor).length > 0)).toEqual(expected);
    expect(is(certifyingRoles, 'postal-staff')).toBe(false);
  },
);

test.each(roles)(
  '%s: opens volumes and reads books of the whole office, not for some matters of it',
  (role) => {
    const keeps = waysThat(role, (actor) => keptBooks(actor).officeIds.length > 0);
    expect(keeps).toEqual(is(volumeRoles, role) ? ['own', 'instead'] : []);
    const reads = waysThat(role, (actor) => readableBooks(actor).officeIds.length > 0);
    const keepers: Role[] = [
      'reception-officer',
      'one-stop-head',
      'result-clerk',
      'specialist',
      'unit-leader',
    ];
    expect(reads).toEqual(is(keepers, role) ? ['own', 'instead'] : []);
  },
);

test.each(roles)('%s: nobody signs a certification in another’s stead', (role) => {
  const signs = waysThat(role, (actor) => signingAgencies(actor).length > 0);
  expect(signs).toEqual(role === 'signing-leader' ? ['own'] : []);
});
