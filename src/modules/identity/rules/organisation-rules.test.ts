import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { isAccountName, proposedAccountName } from './account-name.ts';
import { oneStopName, ownCode, regimeOfAgency } from './new-agency.ts';
import { checkChangeDay, checkOfficeEnd } from './office-change.ts';
import { checkPersonFacts } from './person-facts.ts';
import { decideAll, type ReviewedAccount, reviewText } from './review-list.ts';
import { halfYearOf, reviewIsOverdue } from './review-period.ts';
import { checkDelegation, checkStandInEnd, checkSubstitute } from './stand-in.ts';

const day = (text: string) => civilDate(text);
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? true : outcome.refusal.code);

describe('facts of a person', () => {
  const now = instant('2022-07-25T08:00');
  const facts = { name: 'Đặng Thị Ngọc Ẩn', phone: '', birthYear: '' };
  test.each([
    [{}, true],
    [{ name: "Y Ka-Lin Ê'Ban" }, true],
    [{ name: '   ' }, 'identity/name-missing'],
    [{ name: 'Robert"); drop table' }, 'identity/name-not-a-name'],
    [{ name: '<b>An</b>' }, 'identity/name-not-a-name'],
    [{ name: 'A'.repeat(101) }, 'identity/name-not-a-name'],
    [{ phone: '0277 384 0000' }, true],
    [{ phone: 'không có' }, 'identity/phone-unreadable'],
    [{ birthYear: '1989' }, true],
    [{ birthYear: '2010' }, 'identity/birth-year-impossible'],
    [{ birthYear: '89' }, 'identity/birth-year-impossible'],
  ] as const)('%o', (change, answer) => {
    expect(codeOf(checkPersonFacts({ ...facts, ...change }, now))).toBe(answer);
  });

  test('a name becomes NFC and loses what cannot be seen', () => {
    const typed = { ...facts, name: 'Tra\u0302\u0300n\u200b  Văn  An ' };
    expect(checkPersonFacts(typed, now)).toMatchObject({ value: { name: 'Trần Văn An' } });
  });
});

test('account names are proposed from names, and free', () => {
  expect(proposedAccountName('Phạm Thị Kim Ngân', new Set())).toBe('ngan.pham');
  expect(proposedAccountName('Đỗ Ẩn', new Set(['an.do', 'an.do2']))).toBe('an.do3');
  expect(proposedAccountName('李', new Set())).toBe('can.bo');
  expect([isAccountName('ngan.pham'), isAccountName('Ngân'), isAccountName('a..b')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('an agency begins in the regime of its first day', () => {
  expect(regimeOfAgency('xa', day('2025-06-30'))).toMatchObject({
    value: { regime: '2018', validTo: '2025-06-30' },
  });
  expect(regimeOfAgency('xa', day('2025-07-01'))).toMatchObject({ value: { regime: '2025', validTo: null } });
  expect(codeOf(regimeOfAgency('huyen', day('2025-07-01')))).toBe('identity/no-districts-now');
  expect(ownCode('Xã Phú Hựu', (code) => code === 'PHU-HUU')).toBe('PHU-HUU-2');
  expect(oneStopName('2025', 'Xã Phú Hựu')).toBe('Trung tâm Phục vụ hành chính công xã Phú Hựu');
});

test.each([
  ['2022-07-24', null, 'identity/change-in-the-past'],
  ['2022-07-25', null, true],
  ['2022-08-01', '2022-09-01', 'identity/later-change'],
  ['2022-09-01', '2022-09-01', true],
  ['2026-01-01', null, 'identity/office-not-then'],
] as const)('a new name from %s, the last one from %s', (from, latest, answer) => {
  const office = { validFrom: day('2018-01-01'), validTo: day('2025-06-30') };
  expect(codeOf(checkChangeDay(office, day(from), day('2022-07-25'), latest && day(latest)))).toBe(answer);
  expect(codeOf(checkOfficeEnd(office, day('2022-07-24'), day('2022-07-25')))).toBe(
    'identity/change-in-the-past',
  );
});

describe('standing in', () => {
  const post = { personId: 'h', role: 'signing-leader', validFrom: day('2022-01-01'), validTo: null };
  const week = { personId: 's', validFrom: day('2022-07-25'), validTo: day('2022-07-29') };
  test.each([
    [week, [], true],
    [{ ...week, personId: 'h' }, [], 'identity/own-stand-in'],
    [{ ...week, validTo: day('2022-07-24') }, [], 'identity/dates-turned'],
    [{ ...week, validFrom: day('2021-12-31') }, [], 'identity/post-not-then'],
    [week, [{ validFrom: day('2022-07-29'), validTo: day('2022-08-02') }], 'identity/stand-in-twice'],
    [week, [{ validFrom: day('2022-07-30'), validTo: day('2022-08-02') }], true],
  ] as const)('a substitute %o', (given, others, answer) => {
    expect(codeOf(checkSubstitute(post, given, others))).toBe(answer);
  });

  const decided = { ...week, manner: 'KT' as const, decisionDate: day('2022-07-20'), sameOffice: true };
  test.each([
    [post, decided, true],
    [post, { ...decided, validTo: null }, true],
    [post, { ...decided, sameOffice: false }, 'identity/deputy-elsewhere'],
    [post, { ...decided, manner: 'TL' as const, sameOffice: false }, true],
    [post, { ...decided, manner: 'TUQ' as const, validTo: null }, 'identity/authorisation-needs-end'],
    [post, { ...decided, decisionDate: day('2022-07-26') }, 'identity/decided-after-begin'],
    [{ ...post, role: 'specialist' }, decided, 'identity/nothing-to-delegate'],
  ] as const)('a delegation %#', (of, given, answer) => {
    expect(codeOf(checkDelegation(of, given))).toBe(answer);
  });

  test.each([
    ['2022-07-25', true],
    ['2022-07-24', 'identity/change-in-the-past'],
    ['2022-07-30', 'identity/only-earlier'],
  ] as const)('ends earlier: %s', (last, answer) => {
    const given = { validFrom: day('2022-07-20'), validTo: day('2022-07-29') };
    expect(codeOf(checkStandInEnd(given, day(last), day('2022-07-25')))).toBe(answer);
  });
});

describe('the review of accounts', () => {
  const account = (accountId: string, state: ReviewedAccount['state'] = 'open'): ReviewedAccount => ({
    ...{
      accountId,
      accountName: accountId,
      personName: 'An',
      kind: 'operational',
      posts: '',
      lastSignInAt: null,
    },
    state,
  });

  test('halves and six months', () => {
    expect(halfYearOf(day('2026-06-30'))).toEqual({ year: 2026, half: 1 });
    expect(halfYearOf(day('2026-07-01'))).toEqual({ year: 2026, half: 2 });
    expect(reviewIsOverdue(day('2026-01-15'), day('2025-01-01'), day('2026-07-15'))).toBe(false);
    expect(reviewIsOverdue(day('2026-01-15'), day('2025-01-01'), day('2026-07-16'))).toBe(true);
    expect(reviewIsOverdue(null, day('2026-05-01'), day('2026-07-16'))).toBe(false);
  });

  test('needs a decision for each; what is disabled stays so', () => {
    const all = [account('a'), account('b', 'disabled')];
    expect(decideAll(all, new Map())).toMatchObject({ refusal: { code: 'identity/review-incomplete' } });
    const decided = decideAll(
      all,
      new Map([
        ['a', 'kept'],
        ['b', 'kept'],
      ]),
    );
    expect(decided).toMatchObject({ value: [{ decision: 'kept' }, { decision: 'disabled' }] });
    const text = reviewText({ year: 2026, half: 1 }, decided.ok ? decided.value : []);
    expect(text.split('\n')).toHaveLength(3);
  });
});
