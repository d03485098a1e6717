import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';

/** Which due date and end a report compares (deadlines.md, "Three clocks"): that of the law, or that of QĐ 766/QĐ-TTg. */
export const reportClocks = ['legal', '766'] as const;
export type ReportClock = (typeof reportClocks)[number];

export interface ReportAsked {
  readonly from: CivilDate;
  /** Included. */
  readonly to: CivilDate;
  /** Undefined: of all agencies. */
  readonly agencyCode: string | undefined;
  readonly clock: ReportClock;
}

/** A line of a report; what it is of: everything, one's field, channel or agency. */
export interface ReportLine {
  readonly of: 'sum' | 'field' | 'channel' | 'agency';
  /** As it is called; of a channel its key, of the sum nothing. */
  readonly name: string;
  /** In the order of the columns; null: nothing to say. */
  readonly values: readonly (number | null)[];
}

/** A statutory or a free report as numbers; its titles and counting rules are words. */
export interface ReportTable {
  /** Legal moment at which what had not ended was classed. */
  readonly at: Instant;
  readonly columns: readonly string[];
  readonly lines: readonly ReportLine[];
}

/** What a report says in a language. */
export interface ReportWords {
  readonly title: string;
  readonly column: (column: string) => string;
  /** How the number of a column is counted, in the line. */
  readonly rule: (column: string, line: ReportLine) => string;
  readonly label: (line: ReportLine) => string;
}

/** A number of a report with everything that explains it. */
export interface ReportCell {
  /** From 1. */
  readonly row: number;
  readonly of: ReportLine['of'];
  readonly label: string;
  readonly column: string;
  readonly title: string;
  readonly value: number | null;
  readonly rule: string;
}

/** The numbers of a report line by line. */
export function cellsOf({ lines, columns }: ReportTable, words: ReportWords): ReportCell[] {
  return lines.flatMap((line, index) =>
    columns.map((column, place) => ({
      ...{ row: index + 1, of: line.of, label: words.label(line), column },
      ...{ title: words.column(column), value: line.values[place] ?? null, rule: words.rule(column, line) },
    })),
  );
}
