import { expect, test } from 'vitest';
import { postAt, roles } from '#kernel/actor.ts';
import { waysThat } from '#kernel/testing-actor.ts';
import { mayReadList, officesOf, receivingRoles, takingRoles } from './access.ts';

const register = { code: '1.001193', field: 'Hộ tịch' };
const someone = { officeId: 'here', accountId: 'another' };

test.each(roles)(
  '%s: takes money at the one-stop, in the own right or for who is away, no longer',
  (role) => {
    const takes = takingRoles.some((one) => one === role);
    const at = (matter?: typeof register) =>
      waysThat(role, (actor) => postAt(actor, takingRoles, 'here', matter) !== undefined);
    expect(at(register)).toEqual(takes ? ['own', 'instead', 'partly'] : []);
    expect(at({ code: '1.001612', field: 'Hộ kinh doanh' })).toEqual(takes ? ['own', 'instead'] : []);
    expect(waysThat(role, (actor) => postAt(actor, takingRoles, 'there', register) !== undefined)).toEqual(
      [],
    );
  },
);

test.each(roles)(
  '%s: receives what clerks counted, and sees their lists, for the whole office only',
  (role) => {
    const receives = receivingRoles.some((one) => one === role);
    const expected = receives ? ['own', 'instead'] : [];
    expect(waysThat(role, (actor) => officesOf(actor, receivingRoles).includes('here'))).toEqual(expected);
    expect(waysThat(role, (actor) => mayReadList(actor, someone))).toEqual(expected);
  },
);

test.each(roles)('%s: a list of one’s own is read whatever one is by now', (role) => {
  const own = { officeId: 'here', accountId: 'a' };
  expect(waysThat(role, (actor) => mayReadList(actor, own))).toEqual(['own', 'instead', 'partly', 'over']);
});
