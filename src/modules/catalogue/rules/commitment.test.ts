import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import {
  type CommittedLimit,
  comingAfter,
  commitmentOf,
  limitsToShorten,
  mayCommit,
  standingOfCommitment,
} from './commitment.ts';
import { readCommitment, type TypedCommitment, type WantedCommitment } from './read-commitment.ts';

const limit = (value: number | null, unit: 'ngay_lam_viec' | 'trong_ngay' | 'ngay' | null) => ({
  ...{ value, unit, cutoff: null, caseKey: null, note: null },
});
const procedure = { limits: [limit(3, 'ngay_lam_viec'), limit(10, 'ngay_lam_viec'), limit(1, 'trong_ngay')] };
const today = civilDate('2022-07-25');
const tomorrow = civilDate('2022-07-26');
const decision = { number: '15/QĐ-UBND', date: civilDate('2022-07-01'), body: 'UBND huyện Châu Thành' };
const wanted = (change: Partial<WantedCommitment> = {}): WantedCommitment => ({
  ...{ limit: { value: 7, unit: 'ngay_lam_viec' }, decision, validFrom: tomorrow, validTo: null },
  ...change,
});
const refusal = (change: Partial<WantedCommitment>) => {
  const may = mayCommit(procedure, wanted(change), today);
  return may.ok ? 'ok' : may.refusal.code;
};

test('what is promised is shorter than a limit of the law in the same unit', () => {
  expect(refusal({})).toBe('ok');
  expect(refusal({ limit: { value: 10, unit: 'ngay_lam_viec' } })).toBe('catalogue/commitment-not-shorter');
  expect(refusal({ limit: { value: 2, unit: 'ngay' } })).toBe('catalogue/commitment-not-shorter');
  expect(limitsToShorten(procedure)).toHaveLength(2); // the same day cannot be made shorter
  expect(limitsToShorten({ limits: [limit(null, null), limit(1, 'ngay_lam_viec')] })).toEqual([]);
});

test('it begins tomorrow or later, after its decision, and may end', () => {
  for (const validFrom of [civilDate('2022-07-24'), today])
    expect(refusal({ validFrom })).toBe('catalogue/commitment-not-later');
  expect(refusal({ validTo: civilDate('2022-07-24') })).toBe('catalogue/commitment-ends-before');
  expect(refusal({ validTo: tomorrow })).toBe('ok');
  expect(refusal({ decision: { ...decision, date: civilDate('2022-07-27') } })).toBe(
    'catalogue/resolution-later',
  );
});

test('nothing is promised any more: a word like any other', () => {
  expect(refusal({ limit: null })).toBe('ok');
  expect(commitmentOf(wanted({ limit: null }))).toBeUndefined();
  expect(commitmentOf(wanted())?.basis).toBe('15/QĐ-UBND ngày 01/07/2022 của UBND huyện Châu Thành');
});

const typed = (change: Partial<TypedCommitment> = {}): TypedCommitment => ({
  ...{
    value: '7',
    unit: 'ngay_lam_viec',
    none: '',
    number: '15/QĐ-UBND',
    date: '1/7/2022',
    body: 'UBND huyện',
  },
  ...{ from: '25/07/2022', to: '' },
  ...change,
});

test.each([
  [{ value: '0' }, ['value']],
  [{ value: '' }, ['value']], // left empty by mistake
  [{ none: '1' }, ['value']],
  [{ value: '2,5' }, ['value']],
  [{ value: 'bảy', number: ' ', from: '31/02/2022' }, ['value', 'resolution-number', 'valid-from']],
  [{ unit: 'trong_ngay' }, ['unit']],
  [{ to: 'x' }, ['valid-to']],
])('%o: everything that is wrong is told at once', (change, fields) => {
  const read = readCommitment(typed(change));
  expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(fields);
});

test('what is typed is read; nothing is promised any more only where that is said', () => {
  expect(readCommitment(typed())).toMatchObject({ ok: true, value: { limit: { value: 7 }, validTo: null } });
  expect(readCommitment(typed({ value: ' ', none: '1' }))).toMatchObject({
    ok: true,
    value: { limit: null },
  });
});

test('what is coming will hold when it begins: no later word stands over it', () => {
  const said = (ordinal: number, validFrom: string, validTo: string | null = null) =>
    ({ ordinal, validFrom: civilDate(validFrom), validTo: validTo && civilDate(validTo) }) as CommittedLimit;
  const coming = (...all: CommittedLimit[]) => comingAfter(all, today).map(({ ordinal }) => ordinal);
  expect(coming(said(2, '2022-08-01'), said(1, '2022-08-01'))).toEqual([2]);
  expect(coming(said(2, '2022-07-15'), said(1, '2022-08-01'))).toEqual([]);
  expect(coming(said(2, '2022-08-15'), said(1, '2022-08-01'))).toEqual([2, 1]);
  expect(coming(said(2, '2022-07-15', '2022-07-31'), said(1, '2022-08-01'))).toEqual([1]);

  const standings = (...all: CommittedLimit[]) => all.map((one) => standingOfCommitment(all, one, today));
  expect(standings(said(2, '2022-08-01'), said(1, '2022-08-01'))).toEqual(['coming', 'replaced']);
  expect(standings(said(2, '2022-07-25'), said(1, '2022-07-01'))).toEqual(['now', 'past']);
  expect(standings(said(2, '2022-07-01', '2022-07-24'), said(1, '2022-06-01'))).toEqual(['past', 'now']);
});
