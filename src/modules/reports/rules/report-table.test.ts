import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { cellsOf } from './report-table.ts';

test('a cell for every number, with its row, column, value and counting rule', () => {
  const cells = cellsOf(
    {
      at: instant('2022-07-25T08:00'),
      agencyIds: [],
      columns: ['3', '4'],
      lines: [
        { of: 'channel', key: 'online', name: 'online', values: [5, null] },
        { of: 'sum', key: '', name: '', values: [5, 0] },
      ],
    },
    {
      title: 'Biểu',
      column: (column) => `cột ${column}`,
      rule: (column, { of }) => `${of}: đếm ${column}`,
      label: ({ of, name }) => name || of,
    },
  );
  expect(cells.map(({ row, label, column, value }) => [row, label, column, value])).toEqual([
    [1, 'online', '3', 5],
    [1, 'online', '4', null],
    [2, 'sum', '3', 5],
    [2, 'sum', '4', 0],
  ]);
  expect(cells[1]).toMatchObject({ title: 'cột 4', rule: 'channel: đếm 4' });
});
