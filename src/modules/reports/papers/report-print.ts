import type { Instant } from '#kernel/instant.ts';
import { groupThousands } from '#kernel/money.ts';
import type { ReportWords } from '../rules/report-table.ts';
import type { ReportLayout } from './report-layout.ts';

export const REPORT_TEMPLATE = 'shared/report.typ';

interface ReportToPrint {
  readonly layout: ReportLayout;
  /** Keys of the columns, in their order. */
  readonly columns: readonly string[];
  readonly words: ReportWords;
  readonly office: string;
  readonly printedAt: Instant;
  readonly demo: boolean;
}

/** What the template of a report is filled with. */
export function reportPrint({ layout, columns, words, office, printedAt, demo }: ReportToPrint) {
  const shown = (value: number | null, at: number) =>
    value === null ? '–' : (words.show?.(columns[at] ?? '', value) ?? groupThousands(value));
  return {
    ...layout,
    groups: layout.groups.map(({ title, lines }) => ({
      title,
      lines: lines.map(({ first, values, isSum }) => ({ cells: [...first, ...values.map(shown)], isSum })),
    })),
    ...{ office, printedAt, demo },
  };
}
