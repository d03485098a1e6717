import type { Instant } from '#kernel/instant.ts';
import { bytes, type Reply } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { XLSX } from '#platform/sheets/write-sheet.ts';
import type { KnownReport } from '../known-report.ts';
import { layoutOf } from '../papers/report-layout.ts';
import { REPORT_TEMPLATE, reportPrint } from '../papers/report-print.ts';
import { sheetOfReport } from '../papers/report-sheet.ts';
import type { ReportAsked, ReportTable } from '../rules/report-table.ts';
import type { ReportPageDeps } from './page-deps.ts';

/** Numbers of a report, counted now or frozen, to be written into a file. */
export interface ReportToWrite {
  readonly t: Words;
  readonly report: KnownReport;
  readonly asked: ReportAsked;
  readonly table: ReportTable;
  /** Who gives it. */
  readonly office: string;
  /** Legal time. */
  readonly now: Instant;
}

export async function sheetReply({ t, report, asked, table, office }: ReportToWrite): Promise<Reply> {
  const file = await sheetOfReport(t, layoutOf(t, report, asked, table), office);
  return bytes(file, XLSX, fileName(report, asked, 'xlsx'));
}

export async function paperReply(
  { renderer, demo }: Pick<ReportPageDeps, 'renderer' | 'demo'>,
  { t, report, asked, table, office, now }: ReportToWrite,
): Promise<Reply> {
  const layout = layoutOf(t, report, asked, table);
  const words = report.words(t);
  const data = reportPrint({ layout, columns: table.columns, words, office, printedAt: now, demo });
  const pdf = await renderer.render(REPORT_TEMPLATE, data);
  return bytes(pdf, 'application/pdf', fileName(report, asked, 'pdf'));
}

const fileName = ({ slug }: KnownReport, { from, to }: ReportAsked, ending: string) =>
  `${slug}-${from}-${to}.${ending}`;
