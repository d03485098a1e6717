import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CivilDate, civilDate } from '#kernel/civil-date.ts';
import {
  cycleKey,
  cycleKinds,
  cycleOf,
  daysOfCycle,
  latestCycles,
  monthsOfCycle,
  readCycle,
} from './report-cycle.ts';

const days = (typed: string) => {
  const cycle = readCycle(typed);
  if (!cycle) throw new Error(typed);
  const { from, to } = daysOfCycle(cycle);
  return [from, to];
};

test.each([
  ['2022-month-7', '2022-06-15', '2022-07-14'],
  ['2022-month-1', '2021-12-15', '2022-01-14'],
  ['2022-quarter-1', '2021-12-15', '2022-03-14'],
  ['2022-quarter-3', '2022-06-15', '2022-09-14'],
  ['2022-half-1', '2021-12-15', '2022-06-14'],
  ['2022-half-2', '2022-06-15', '2022-12-14'],
  ['2022-year-1', '2021-12-15', '2022-12-14'],
])('%s: from %s to %s', (key, from, to) => {
  expect(days(key)).toEqual([from, to]);
});

test.each([
  ['month', 2, '2024-02-01', '2024-02-29'],
  ['quarter', 1, '2024-01-01', '2024-03-31'],
  ['half', 2, '2024-07-01', '2024-12-31'],
  ['year', 1, '2024-01-01', '2024-12-31'],
] as const)('the calendar months of %s %i of 2024 are from %s to %s', (kind, nth, from, to) => {
  expect(monthsOfCycle({ kind, nth, year: 2024 })).toEqual({ from, to });
});

test('what is no cycle is none', () => {
  for (const typed of [undefined, '', '2022-quarter-5', '2022-month-0', '2022-year-2', '1800-year-1', 'x'])
    expect(readCycle(typed)).toBeNull();
});

const aDay = fc.integer({ min: 0, max: 40_000 }).map((n): CivilDate => addDays(civilDate('2001-01-01'), n));

test('law: every day is in one cycle of each kind, and they follow each other without a gap', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cycleKinds), aDay, (kind, day) => {
      const [own, before] = latestCycles(kind, day, 2);
      if (!own || !before) throw new Error('two were asked for');
      const { from, to } = daysOfCycle(own);
      expect(from <= day && day <= to).toBe(true);
      expect(addDays(daysOfCycle(before).to, 1)).toBe(from);
      expect(readCycle(cycleKey(own))).toEqual(own);
      expect(cycleOf(kind, from)).toEqual(own);
    }),
  );
});
