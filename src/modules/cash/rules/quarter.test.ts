import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate } from '#kernel/civil-date.ts';
import { daysOf, quarterBefore, quarterName, quarterOf, readQuarter } from './quarter.ts';

test('a quarter has its days, a name, and one before', () => {
  expect(daysOf({ year: 2022, nth: 3 })).toEqual({ from: '2022-07-01', to: '2022-09-30' });
  expect(daysOf({ year: 2024, nth: 1 }).to).toBe('2024-03-31');
  expect(quarterBefore({ year: 2022, nth: 1 })).toEqual({ year: 2021, nth: 4 });
  for (const bad of ['', '2022-5', '2022-0', '22-1', "2022-1'--"]) expect(readQuarter(bad)).toBeUndefined();
});

test('law: every day is in exactly its quarter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const day = addDays(civilDate('2000-01-01'), days);
      const quarter = quarterOf(day);
      const { from, to } = daysOf(quarter);
      expect(readQuarter(quarterName(quarter))).toEqual(quarter);
      return from <= day && day <= to && quarterName(quarterOf(addDays(to, 1))) !== quarterName(quarter);
    }),
  );
});
