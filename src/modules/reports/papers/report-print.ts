import type { Instant } from '#kernel/instant.ts';
import type { ReportLayout } from './report-layout.ts';

export const REPORT_TEMPLATE = 'shared/report.typ';

interface ReportToPrint {
  readonly layout: ReportLayout;
  readonly office: string;
  readonly printedAt: Instant;
  readonly demo: boolean;
}

/** What the template of a report is filled with. */
export function reportPrint({ layout, office, printedAt, demo }: ReportToPrint) {
  return {
    ...layout,
    groups: layout.groups.map(({ title, lines }) => ({
      title,
      lines: lines.map(({ first, values, isSum }) => ({
        cells: [...first, ...values.map(({ shown }) => shown)],
        isSum,
      })),
    })),
    ...{ office, printedAt, demo },
  };
}
