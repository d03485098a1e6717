import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { checkSums } from './check-sums.ts';

test('a sum that does not hold is named with its lines', () => {
  const line = (...values: (number | null)[]) => ({ of: 'field' as const, key: '', name: '', values });
  const table = {
    at: instant('2022-07-25T08:00'),
    agencyIds: [],
    columns: ['3', '4', '5'],
    lines: [line(5, 2, 3), line(5, 2, 2), line(0, null, 0)],
  };
  const checked = checkSums(table, [
    { sum: '3', parts: ['4', '5'] },
    { sum: '3', parts: ['3'] },
  ]);
  expect(checked.map(({ wrongLines }) => wrongLines)).toEqual([[2], []]);
});
