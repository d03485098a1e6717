import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { writeSheet } from './write-sheet.ts';

const limits = { bytes: 1_000_000, rows: 100 };
const read = async (given: string | Uint8Array) => {
  const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
  const table = await readTable(bytes, limits);
  return table.ok ? table.rows : table.problem;
};

test('CSV with and without byte order mark, with semicolons, commas and tabs, with line breaks inside', async () => {
  const rows = [
    ['Số hồ sơ', 'Họ tên'],
    ['1', 'Đặng, "Út"\nAn'],
  ];
  const quoted = '"Đặng, ""Út""\nAn"';
  for (const text of [`Số hồ sơ;Họ tên\n1;${quoted}\n`, `\uFEFFSố hồ sơ,Họ tên\r\n1,${quoted}\r\n\r\n`])
    expect(await read(text)).toEqual(rows);
  expect(await read(`Số hồ sơ\tHọ tên\n1\t${quoted}`)).toEqual(rows);
  const utf16 = Buffer.from(`\uFEFFSố hồ sơ;Họ tên\n1;${quoted}`, 'utf16le');
  expect(await read(utf16)).toEqual(rows);
});

test('XLSX: days with and without a time, numbers and text as they stand, formulas as what they came to', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'a',
        rows: [
          ['Ngày', 'Số', 'Chữ'],
          [new Date(Date.UTC(2022, 6, 25, 8, 30)), 350_000, '0870'],
          [new Date(Date.UTC(2022, 6, 25)), 1.5, null],
        ],
        cells: new Map([['2,2', { formula: 'B2*2', formulaResult: 700_000 }]]),
      },
    ],
  });
  expect(await read(bytes)).toEqual([
    ['Ngày', 'Số', 'Chữ'],
    ['25/07/2022 08:30', '350000', '0870'],
    ['25/07/2022', '1.5', '700000'],
  ]);
});

test('what cannot be read has a name', async () => {
  expect(await read('')).toBe('empty');
  expect(await read('\n\n')).toBe('empty');
  expect(await read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('old-excel');
  expect(await read(Buffer.from('504b0304ffffffff', 'hex'))).toBe('unreadable');
  expect(await read(Buffer.from('4e6775799475', 'hex'))).toBe('legacy'); // TCVN3 bytes
  expect(await read('x\n'.repeat(101))).toBe('too-many-rows');
  expect(await read('x'.repeat(1_000_001))).toBe('too-large');
});

test('what is written as XLSX is read again, whatever the texts are', async () => {
  const cell = fc
    .string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })
    .filter((text) => text.trim() === text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
      const heads = ['A', 'B'].map((head) => ({ head, width: 10 }));
      expect(await read(await writeSheet('x', heads, rows))).toEqual([['A', 'B'], ...rows]);
    }),
    { numRuns: 40 },
  );
});
