import { afterAll, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { createWords } from '#platform/i18n/words.ts';
import { poppler, testRenderer } from '#platform/papers/testing.ts';
import { reports } from '../reports.ts';
import { ii06aColumns } from '../rules/ii06a.ts';
import { indexColumns } from '../rules/index-columns.ts';
import type { ReportTable } from '../rules/report-table.ts';
import en from '../words/en.json' with { type: 'json' };
import vi from '../words/vi.json' with { type: 'json' };
import { layoutOf } from './report-layout.ts';
import { REPORT_TEMPLATE, reportPrint } from './report-print.ts';

const renderer = testRenderer(new URL('../../../../templates', import.meta.url).pathname);
afterAll(() => renderer.close());
const t = createWords({ reports: { vi, en } })('vi');
const at = instant('2022-10-02T08:00');
const digest = 'f20cde35a11ee57a27bcf14e8e2b95c175f9f34c093e408168c8269afdc76fe8';
const office = 'Ủy ban nhân dân huyện Châu Thành';
const asked = {
  ...{ from: civilDate('2022-07-01'), to: civilDate('2022-09-30'), agencyCode: undefined },
  clock: 'legal' as const,
};

/** The words of a paper, as they are read out. */
async function printed(code: string, columns: readonly string[], isFrozen: boolean): Promise<string> {
  const report = reports.find((one) => one.code === code);
  if (!report) throw new Error(code);
  const values = columns.map((column, index) => (column === 'band' ? 4 : 10 + index));
  const line = { of: 'agency', key: 'a', name: office, values } as const;
  const table: ReportTable = { at, agencyIds: ['a'], columns, lines: [line], countedAt: at };
  const by = { accountId: 'x', name: 'Đỗ Quốc Sơn', title: 'Trưởng phòng, Phòng Tài chính - Kế hoạch' };
  const question = { code, agencyId: 'a', officeCode: null, ...asked };
  const frozen = { ...question, id: 'y', table, by, frozenAt: at, digest, intact: true };
  const layout = layoutOf(t, report, asked, table, isFrozen ? frozen : undefined);
  const data = reportPrint({ layout, office, printedAt: at, demo: false });
  const pdf = await renderer.render(REPORT_TEMPLATE, data);
  return poppler('pdftotext', ['-layout', '{pdf}', '-'], pdf).replace(/[\s\u200B]+/g, ' ');
}

test('a frozen report says on paper that it is frozen, when, by whom, under which digest', async () => {
  const text = await printed('II.06a', ii06aColumns.map(String), true);
  expect(text).toContain(
    t('reports.frozen.sealed', {
      at: '08:00, 02/10/2022',
      by: 'Đỗ Quốc Sơn, Trưởng phòng, Phòng Tài chính - Kế hoạch',
    }),
  );
  expect(text).toContain(digest);
  expect(await printed('II.06a', ii06aColumns.map(String), false)).not.toContain('ĐÃ CHỐT');
});

test('the nine indices on paper: scores as on the page, what must be known to read them', async () => {
  const text = await printed('indices', indexColumns, false);
  for (const one of ['1,0', '1,9', 'Tốt', 'Chỉ số 7 và 8 là số nhập']) expect(text).toContain(one);
});
