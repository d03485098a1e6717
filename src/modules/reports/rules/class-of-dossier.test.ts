import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { classOf } from './class-of-dossier.ts';

const now = instant('2022-07-25T08:00:00');
const at = (text: string) => instant(text);
const days = { state: 'decided', limitUnit: 'ngay_lam_viec' } as const;
const hours = { state: 'decided', limitUnit: 'gio' } as const;

test.each([
  ['the day before', days, '2022-07-20T17:00', '2022-07-19T16:59', 'early'],
  ['the same day, in the morning', days, '2022-07-20T17:00', '2022-07-20T07:00', 'on-time'],
  ['the same day, after hours', days, '2022-07-20T17:00', '2022-07-20T19:30', 'on-time'],
  ['the day after', days, '2022-07-20T17:00', '2022-07-21T07:00', 'late'],
  ['hours: a minute before', hours, '2022-07-20T10:30', '2022-07-20T10:29', 'early'],
  ['hours: the minute itself', hours, '2022-07-20T10:30', '2022-07-20T10:30:59', 'on-time'],
  ['hours: a minute after', hours, '2022-07-20T10:30', '2022-07-20T10:31', 'late'],
  ['without a due date', days, null, '2022-07-20T07:00', 'on-time'],
  [
    'withdrawn long after',
    { ...days, state: 'withdrawn' },
    '2022-07-01T17:00',
    '2022-07-20T07:00',
    'on-time',
  ],
  ['stopped after', { ...days, state: 'stopped' }, '2022-07-01T17:00', '2022-07-20T07:00', 'late'],
  ['open, due today', { ...days, state: 'in-progress' }, '2022-07-25T07:00', null, 'in-time'],
  ['open, due yesterday', { ...days, state: 'in-progress' }, '2022-07-24T17:00', null, 'overdue'],
  ['open, hours, a minute ago', { ...hours, state: 'in-progress' }, '2022-07-25T07:59', null, 'overdue'],
  ['open without a due date', { ...days, state: 'in-progress' }, null, null, 'in-time'],
  ['waiting for papers', { ...days, state: 'awaiting-supplement' }, '2022-07-01T17:00', null, 'in-time'],
  ['waiting for money', { ...days, state: 'awaiting-payment' }, '2022-07-01T17:00', null, 'in-time'],
] as const)('%s', (_, what, due, ended, expected) => {
  const dossier = { ...what, dueAt: due && at(due), endedAt: ended && at(ended) };
  expect(classOf(dossier, now)).toBe(expected);
});

test('a later end is never earlier than the class says', () => {
  const order = ['early', 'on-time', 'late'];
  const minute = fc.integer({ min: 0, max: 5000 }).map((n) => {
    const [day, rest] = [Math.floor(n / 1440), n % 1440];
    const two = (value: number) => String(value).padStart(2, '0');
    return at(`2022-07-${two(18 + day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`);
  });
  fc.assert(
    fc.property(minute, minute, minute, fc.boolean(), (dueAt, one, other, byHours) => {
      const [first, second] = one <= other ? [one, other] : [other, one];
      const place = (endedAt: typeof one) =>
        order.indexOf(classOf({ ...(byHours ? hours : days), dueAt, endedAt }, now));
      expect(place(first)).toBeLessThanOrEqual(place(second));
    }),
  );
});
