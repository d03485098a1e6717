import { expect, test } from 'vitest';
import type { Actor, Role } from '#kernel/actor.ts';
import { agenciesSeen, freezingPost, ownAgencies } from './agencies-seen.ts';

const all = [
  { id: 'district', placeCode: '877' },
  { id: 'phu-huu', placeCode: '30244' },
  { id: 'elsewhere', placeCode: '1' },
];
const seen = (own: string[], below: string[]) => agenciesSeen(own, all, below).map(({ id }) => id);
const actor = (...roles: Role[]): Actor => ({
  accountId: 'a',
  personId: 'p',
  name: 'Lâm Trung Triết',
  posts: roles.map((role) => ({
    ...{ id: role, role, title: role, officeId: 'o', officeName: 'o' },
    ...{ agencyId: `agency-${role}`, leads: false },
  })),
});

test('a district sees its communes, a commune itself, nobody somebody else', () => {
  expect(seen(['district'], ['30244'])).toEqual(['district', 'phu-huu']);
  expect(seen(['phu-huu'], [])).toEqual(['phu-huu']);
  expect(seen([], [])).toEqual([]);
});

test('of the posts only those that read figures', () => {
  expect(ownAgencies(actor('specialist', 'inspector', 'system-administrator'))).toEqual(['agency-inspector']);
});

test('figures are given away by those who answer for them, of their own agency; an inspector only reads', () => {
  expect(freezingPost(actor('statistician'), 'agency-statistician')?.role).toBe('statistician');
  expect(freezingPost(actor('statistician'), 'elsewhere')).toBeUndefined();
  expect(freezingPost(actor('inspector', 'one-stop-head'), 'agency-one-stop-head')?.role).toBe(
    'one-stop-head',
  );
  expect(freezingPost(actor('inspector'), 'agency-inspector')).toBeUndefined();
});
