import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate } from '#kernel/civil-date.ts';
import { wholeMonths } from './whole-months.ts';

const today = civilDate('2022-07-25');

test.each([
  ['2022-01-01', '2022-03-31', '2022-01-01', '2022-03-31'],
  ['2022-01-02', '2022-03-31', '2022-02-01', '2022-03-31'],
  ['2022-01-01', '2022-03-30', '2022-01-01', '2022-02-28'],
  ['2021-12-15', '2022-03-14', '2022-01-01', '2022-02-28'],
  // the month that runs, until today or longer
  ['2022-01-01', '2022-07-25', '2022-01-01', '2022-07-31'],
  ['2022-07-01', '2022-07-25', '2022-07-01', '2022-07-31'],
  ['2022-07-01', '2022-12-31', '2022-07-01', '2022-12-31'],
  // not until today
  ['2022-01-01', '2022-07-24', '2022-01-01', '2022-06-30'],
  ['2022-01-01', '2022-09-14', '2022-01-01', '2022-08-31'],
])('from %s to %s are the months from %s to %s', (from, to, first, last) => {
  expect(wholeMonths({ from: civilDate(from), to: civilDate(to) }, today)).toEqual({
    ok: true,
    value: { from: first, to: last },
  });
});

test.each([
  ['2022-07-02', '2022-07-25'],
  ['2022-03-01', '2022-03-30'],
  ['2022-03-10', '2022-04-20'],
])('no month lies within %s to %s', (from, to) => {
  expect(wholeMonths({ from: civilDate(from), to: civilDate(to) }, today)).toMatchObject({
    refusal: { code: 'reports/no-whole-month' },
  });
});

test('nothing before what was asked, nothing over that is counted, and asked again they are the same', () => {
  const day = fc.integer({ min: 0, max: 1_200 }).map((days) => addDays(civilDate('2020-01-01'), days));
  fc.assert(
    fc.property(day, day, day, (a, b, now) => {
      const [from = a, to = b] = [a, b].sort();
      const found = wholeMonths({ from, to }, now);
      if (!found.ok) return;
      expect(found.value.from >= from).toBe(true);
      expect(found.value.to <= to || to >= now).toBe(true);
      expect(wholeMonths(found.value, now)).toEqual(found);
    }),
  );
});
