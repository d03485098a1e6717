import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isYoungerThan, mayBeYoungerThan } from './age.ts';
import { civilDate } from './civil-date.ts';
import type { PartialDate } from './partial-date.ts';

const on = civilDate('2022-07-25');

test.each<[string, number, boolean, boolean]>([
  ['2022-07-20', 18, true, true],
  ['2004-07-26', 18, true, true],
  ['2004-07-25', 18, false, false],
  ['2004-07', 18, false, true],
  ['2004', 18, false, true],
  ['2005', 18, true, true],
  ['2003', 18, false, false],
  ['2008-02-29', 14, false, false],
  ['2008-07', 14, false, true],
])('born %s, younger than %d on 25/07/2022: certainly %s, perhaps %s', (born, years, certainly, perhaps) => {
  expect(isYoungerThan(years, born as PartialDate, on)).toBe(certainly);
  expect(mayBeYoungerThan(years, born as PartialDate, on)).toBe(perhaps);
});

test('who is certainly younger is perhaps younger, and younger than every higher age', () => {
  const part = fc.integer({ min: 1, max: 12 }).map((month) => `-${String(month).padStart(2, '0')}`);
  const born = fc
    .tuple(fc.integer({ min: 1900, max: 2022 }), fc.option(part, { nil: '' }))
    .map(([year, month]) => `${year}${month}` as PartialDate);
  fc.assert(
    fc.property(born, fc.integer({ min: 0, max: 100 }), (date, years) => {
      if (isYoungerThan(years, date, on)) expect(mayBeYoungerThan(years, date, on)).toBe(true);
      if (isYoungerThan(years, date, on)) expect(isYoungerThan(years + 1, date, on)).toBe(true);
    }),
  );
});
