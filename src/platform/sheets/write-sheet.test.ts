import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { writeSheet } from './write-sheet.ts';

test('what is written comes back: Vietnamese whole, numbers as numbers, formulas as the text they are', async () => {
  const rows = [
    ['000.00.11.H20-220725-0001', 'Đặng Thị Ngọc Ẩn', 350_000, null],
    ['=1+1', '<b>&"\u0000', 0, '+84'],
  ];
  const bytes = await writeSheet(
    'Sổ theo dõi: 07/2022 [một cửa] dài quá ba mươi mốt chữ',
    ['Số hồ sơ', 'Người nộp', 'Phí', 'Ghi chú'].map((head) => ({ head, width: 20 })),
    rows,
  );
  const { sheets } = await readXlsx(bytes);
  const [sheet] = sheets;
  expect(sheet?.name).toHaveLength(31);
  expect(sheet?.rows[0]).toEqual(['Số hồ sơ', 'Người nộp', 'Phí', 'Ghi chú']);
  expect(sheet?.rows[1]?.slice(0, 3)).toEqual(['000.00.11.H20-220725-0001', 'Đặng Thị Ngọc Ẩn', 350_000]);
  expect(sheet?.rows[2]?.[0]).toBe('=1+1');
  expect(sheet?.rows[2]?.[1]).toContain('<b>&"');
});
