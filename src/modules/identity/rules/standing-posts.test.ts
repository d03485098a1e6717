import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roles } from '#kernel/actor.ts';
import { addDays, type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { type StandingIn, standingPosts } from './standing-posts.ts';

const start = civilDate('2022-07-01');

function aStandIn(change: Partial<StandingIn> = {}): StandingIn {
  return {
    kind: 'substitute',
    id: 's',
    postId: 'p',
    role: 'specialist',
    title: 'Chuyên viên',
    officeId: 'o',
    officeName: 'Phòng Tư pháp',
    agencyId: 'a',
    leads: false,
    holderName: 'Lê Thị Hoa',
    holderAccountId: 'h',
    ownTitle: 'Chuyên viên',
    manner: null,
    decisionNumber: null,
    decisionDate: null,
    scope: [],
    validFrom: start,
    validTo: null,
    ...change,
  };
}

test('law: a stand-in gives the post on the days of its time and on no other, and nothing but that post', () => {
  const dayOf = (days: number): CivilDate => addDays(start, days);
  fc.assert(
    fc.property(fc.nat(60), fc.option(fc.nat(60)), fc.nat(140), (from, length, asked) => {
      const validTo = length === null ? null : dayOf(from + length);
      const one = aStandIn({ validFrom: dayOf(from), validTo });
      const posts = standingPosts([one], dayOf(asked));
      const holds = asked >= from && (length === null || asked <= from + length);
      expect(posts.map(({ id, role, officeId }) => ({ id, role, officeId }))).toEqual(
        holds ? [{ id: 'p', role: 'specialist', officeId: 'o' }] : [],
      );
    }),
  );
});

test('the work of the counter and of the sections is lent; administration, watching and signing never are', () => {
  const lent = roles.filter((role) => standingPosts([aStandIn({ role })], start).length > 0);
  expect(lent).toEqual([
    'reception-officer',
    'postal-staff',
    'one-stop-head',
    'specialist',
    'unit-leader',
    'result-clerk',
  ]);
});

test('a delegation lends a leader’s signature and nothing else', () => {
  const signing = roles.filter((role) => {
    const one = aStandIn({ role, kind: 'delegation', manner: 'KT' });
    return standingPosts([one], start).length > 0;
  });
  expect(signing).toEqual(['signing-leader']);
});
