import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { createWords } from '#platform/i18n/words.ts';
import { reports } from '../reports.ts';
import type { ReportTable } from '../rules/report-table.ts';
import en from '../words/en.json' with { type: 'json' };
import vi from '../words/vi.json' with { type: 'json' };
import { layoutOf } from './report-layout.ts';
import { reportPrint } from './report-print.ts';
import { sheetOfReport } from './report-sheet.ts';

const t = createWords({ reports: { vi, en } })('vi');
const asked = {
  ...{ from: civilDate('2022-07-01'), to: civilDate('2022-07-31') },
  ...{ agencyCode: undefined, clock: 'legal' as const },
};
const at = instant('2022-08-01T08:00');

/** The cells of one line in the sheet and on paper. */
async function written(code: string, columns: readonly string[], values: readonly (number | null)[]) {
  const report = reports.find((one) => one.code === code);
  if (!report) throw new Error(code);
  const line = { of: 'agency', key: 'a', name: 'UBND huyện', values } as const;
  const table: ReportTable = { at, agencyIds: ['a'], columns, lines: [line], countedAt: at };
  const layout = layoutOf(t, report, asked, table);
  const { sheets } = await readXlsx(await sheetOfReport(t, layout, 'Văn phòng'), { readStyles: true });
  const row = sheets[0]?.rows.findIndex(([first]) => first === 'UBND huyện') ?? -1;
  const format = (column: number) => sheets[0]?.cells?.get(`${row},${column}`)?.style?.numFmt;
  const [paper] = reportPrint({ layout, office: '', printedAt: at, demo: false }).groups[0]?.lines ?? [];
  const texts = sheets[0]?.rows.map(([first]) => String(first)) ?? [];
  return { sheet: sheets[0]?.rows[row]?.slice(1), format, paper: paper?.cells.slice(1), texts };
}

test('a share and a count: numbers that a sheet can count with, written as on the page', async () => {
  const { sheet, paper, format } = await written('timeliness', ['received', 'punctual'], [12_345, 989]);
  expect(paper).toEqual(['12.345', '98,9\u00A0%']);
  expect(sheet).toEqual([12_345, 98.9]);
  expect([format(1), format(2)]).toEqual(['#,##0', '0.0"\u00A0%"']);
});

test('scores with their decimal, a band in words; what must be known to read them stands below', async () => {
  const columns = ['1', '8', 'total', 'band', 'dossiers'];
  const { sheet, paper, format, texts } = await written('indices', columns, [19, null, 125, 4, 7]);
  expect(paper).toEqual(['1,9', '–', '12,5', 'Tốt', '7']);
  expect(sheet).toEqual([1.9, null, 12.5, 'Tốt', 7]);
  expect([format(1), format(3)]).toEqual(['0.0', '0.0']);
  expect(texts).toContain(vi['indices.typed-note']);
});
