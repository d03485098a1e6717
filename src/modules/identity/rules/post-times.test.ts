import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate } from '#kernel/civil-date.ts';
import { keepsAnAdministrator, withEnd } from './administrators.ts';
import { overlap } from './office.ts';
import { checkEnd, checkNewPost } from './post-times.ts';

const day = (text: string) => civilDate(text);
const office = { validFrom: day('2018-01-01'), validTo: day('2025-06-30') };
const post = { officeId: 'o', role: 'specialist', validFrom: day('2022-07-25'), validTo: null };

describe('a new post', () => {
  test.each([
    ['in the time of its office', post, [], true],
    ['turned round', { ...post, validTo: day('2022-07-24') }, [], 'identity/dates-turned'],
    ['before its office', { ...post, validFrom: day('2017-12-31') }, [], 'identity/office-not-then'],
    ['after its office', { ...post, validFrom: day('2025-07-01') }, [], 'identity/office-not-then'],
    ['held already', post, [post], 'identity/post-twice'],
    [
      'after the same one ended',
      post,
      [{ ...post, validFrom: day('2020-01-01'), validTo: day('2022-07-24') }],
      true,
    ],
    ['beside another role', post, [{ ...post, role: 'unit-leader' }], true],
    ['beside another office', post, [{ ...post, officeId: 'p' }], true],
  ] as const)('%s', (_, given, held, answer) => {
    const outcome = checkNewPost(given, office, held);
    expect(outcome.ok ? true : outcome.refusal.code).toBe(answer);
  });

  test('never overlaps one of the same role and office', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2022-01-01'), n));
    const span = fc.tuple(days, fc.option(fc.integer({ min: 0, max: 400 })));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const held: (typeof post & { validTo: ReturnType<typeof day> | null })[] = [];
        for (const [from, length] of spans) {
          const wanted = {
            ...post,
            validFrom: from,
            validTo: length === null ? null : addDays(from, length),
          };
          if (checkNewPost(wanted, office, held).ok) held.push(wanted as (typeof held)[number]);
        }
        expect(held.some((a, i) => held.slice(i + 1).some((b) => overlap(a, b)))).toBe(false);
      }),
    );
  });
});

test.each([
  ['today', '2022-07-25', null, true],
  ['last week', '2022-07-18', null, true],
  ['before it began', '2022-01-01', null, 'identity/end-before-begin'],
  ['six years on', '2028-07-26', null, 'identity/end-too-far'],
  ['when it is over', '2022-07-25', '2022-07-24', 'identity/post-ended'],
  ['another day, while it runs', '2022-08-01', '2022-12-31', true],
] as const)('ending %s', (_, last, to, answer) => {
  const held = { validFrom: day('2022-06-01'), validTo: to ? day(to) : null };
  const outcome = checkEnd(held, day(last), day('2022-07-25'));
  expect(outcome.ok ? true : outcome.refusal.code).toBe(answer);
});

test('somebody administers without an end, or nothing changes', () => {
  const two = [
    { personId: 'a', until: null, officeUntil: null },
    { personId: 'b', until: null, officeUntil: null },
  ];
  expect(keepsAnAdministrator(withEnd(two, 'a', undefined)).ok).toBe(true);
  expect(keepsAnAdministrator(withEnd([two[0] as (typeof two)[0]], 'a', undefined))).toMatchObject({
    refusal: { code: 'identity/last-administrator' },
  });
  expect(keepsAnAdministrator(withEnd(two.slice(0, 1), 'a', day('2030-01-01'))).ok).toBe(false);
});
