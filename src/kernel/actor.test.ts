import { expect, test } from 'vitest';
import { covers, holdsRole, officePosts, postAt, postsWithRole, roles } from './actor.ts';
import { anActor, aPost, aSubstitution, waysThat } from './testing-actor.ts';

const insteadOf = aSubstitution();
const birth = { code: '1.001193', field: 'Hộ tịch' };

test.each(roles)('%s: by the own post first, then by that of another, else not at all', (role) => {
  const [own, other] = [aPost(role, 'here'), aPost(role, 'there', { insteadOf })];
  expect(postsWithRole(anActor([own], [other]), [role])).toEqual([own, other]);
  expect(postAt(anActor([own], [other]), [role], 'there')).toBe(other);
  expect(holdsRole(anActor([], [other]), [role])).toBe(true);
  const rest = roles.filter((one) => one !== role);
  expect(postsWithRole(anActor([own], [other]), rest)).toEqual([]);
  expect(postAt(anActor([own], [other]), [role], 'elsewhere')).toBeUndefined();
  expect(holdsRole(anActor([]), [role])).toBe(false);
});

test.each(roles)('%s: for some matters only, in those and not for the office as a whole', (role) => {
  const at = (matter?: typeof birth) =>
    waysThat(role, (actor) => postAt(actor, [role], 'here', matter) !== undefined);
  expect(at(birth)).toEqual(['own', 'instead', 'partly']);
  expect(at({ code: '1.001612', field: 'Hộ kinh doanh' })).toEqual(['own', 'instead']);
  expect(at()).toEqual(['own', 'instead']);
});

test.each([
  [['hộ tịch'], true],
  [['1.001193'], true],
  [['Đất đai', '1.00119'], false],
  [[], true],
])('matters %j: %s', (matters, expected) => {
  expect(covers(aPost('specialist', 'here', { insteadOf: aSubstitution({ matters }) }), birth)).toBe(
    expected,
  );
});

test('one post of each office, in their order, the own one before that of another', () => {
  const own = aPost('reception-officer', 'here');
  const there = aPost('reception-officer', 'there', { insteadOf });
  const again = aPost('reception-officer', 'here', { id: 'again', insteadOf });
  expect(officePosts(anActor([own], [there, again]), ['reception-officer'])).toEqual([own, there]);
});
