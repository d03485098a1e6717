import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { decideFreeze, differences } from './frozen.ts';
import type { ReportTable } from './report-table.ts';

const at = instant('2022-09-20T08:00');
const table = (lines: readonly (readonly [key: string, ...values: number[]])[]): ReportTable => ({
  ...{ at, agencyIds: ['a'], columns: ['3', '4'] },
  lines: lines.map(([key, ...values]) => ({ of: 'field', key, name: key, values })),
});

test('differences are named; a line of nothing is no difference', () => {
  const was = table([
    ['Hộ tịch', 5, 2],
    ['Đất đai', 1, 0],
  ]);
  const is = table([
    ['Hộ tịch', 6, 2],
    ['Chứng thực', 0, 0],
  ]);
  expect(
    differences(was, is).map(({ line, column, was: old, is: now }) => [line.key, column, old, now]),
  ).toEqual([
    ['Hộ tịch', '3', 5, 6],
    ['Đất đai', '3', 1, null],
  ]);
});

test('law: equal means no differences, whichever is asked first', () => {
  const some = fc
    .uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.nat(3), fc.nat(3)), { selector: ([key]) => key })
    .map(table);
  fc.assert(
    fc.property(some, some, (one, other) => {
      expect(differences(one, one)).toEqual([]);
      expect(differences(one, other)).toHaveLength(differences(other, one).length);
    }),
  );
});

test('only a period that is over, sums that hold, and numbers that are new', () => {
  const one = table([['A', 1, 1]]);
  const asked = {
    today: civilDate('2022-09-15'),
    to: civilDate('2022-09-14'),
    asShown: true,
    sumsHold: true,
    last: undefined,
    table: one,
  };
  expect(decideFreeze(asked).ok).toBe(true);
  const codeOf = (change: Partial<typeof asked> | { last: ReportTable }) => {
    const decided = decideFreeze({ ...asked, ...change });
    return decided.ok ? null : decided.refusal.code;
  };
  expect(codeOf({ today: civilDate('2022-09-14') })).toBe('reports/period-not-over');
  expect(codeOf({ asShown: false })).toBe('reports/changed-meanwhile');
  expect(codeOf({ sumsHold: false })).toBe('reports/sums-differ');
  expect(codeOf({ last: one })).toBe('reports/frozen-same');
  expect(codeOf({ last: table([['A', 2, 1]]) })).toBeNull();
  const counted = (countedAt: Instant | null) => codeOf({ table: { ...one, countedAt } });
  expect(counted(null)).toBe('reports/not-counted-since');
  expect(counted(instant('2022-09-14T18:55'))).toBe('reports/not-counted-since');
  expect(counted(instant('2022-09-15T18:55'))).toBeNull();
});
