import type { Instant } from '#kernel/instant.ts';
import { bytes, type Reply } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { XLSX } from '#platform/sheets/write-sheet.ts';
import type { KnownReport } from '../known-report.ts';
import { layoutOf } from '../papers/report-layout.ts';
import { REPORT_TEMPLATE, reportPrint } from '../papers/report-print.ts';
import { sheetOfReport } from '../papers/report-sheet.ts';
import type { ReportAsked, ReportTable } from '../rules/report-table.ts';
import type { StoredFrozen } from '../store/frozen.ts';
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
  /** What was frozen, when the numbers are its. */
  readonly frozen?: StoredFrozen;
}

export async function sheetReply(written: ReportToWrite): Promise<Reply> {
  const file = await sheetOfReport(written.t, layoutOfWritten(written), written.office);
  return bytes(file, XLSX, fileName(written, 'xlsx'));
}

export async function paperReply(
  { renderer, demo }: Pick<ReportPageDeps, 'renderer' | 'demo'>,
  written: ReportToWrite,
): Promise<Reply> {
  const { office, now: printedAt } = written;
  const data = reportPrint({ layout: layoutOfWritten(written), office, printedAt, demo });
  const pdf = await renderer.render(REPORT_TEMPLATE, data);
  return bytes(pdf, 'application/pdf', fileName(written, 'pdf'));
}

const layoutOfWritten = ({ t, report, asked, table, frozen }: ReportToWrite) =>
  layoutOf(t, report, asked, table, frozen);

const fileName = ({ report, asked: { from, to }, frozen }: ReportToWrite, ending: string) =>
  `${report.slug}-${from}-${to}${frozen ? '-da-chot' : ''}.${ending}`;
