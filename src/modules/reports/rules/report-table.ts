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
  /** Agencies (ids) that may be counted: those that who asks may see. Undefined: all. */
  readonly within?: readonly string[];
}

export const lineKinds = [
  'sum',
  'field',
  'channel',
  'agency',
  'office',
  'officer',
  'procedure',
  'step',
  'month',
] as const;

/** A line of a report; what it is of: everything, or one field, channel, agency, office, officer, or month of receipt (`2022-07`). */
export interface ReportLine {
  readonly of: (typeof lineKinds)[number];
  /** What it is known by: an id, of a field its name, of a channel its key, of the sum nothing. */
  readonly key: string;
  /** As it is called; of a channel and the sum the words say it. */
  readonly name: string;
  /** In the order of the columns; null: nothing to say. */
  readonly values: readonly (number | null)[];
}

/** A statutory or a free report as numbers; its titles and counting rules are words. */
export interface ReportTable {
  /** Legal moment at which what had not ended was classed. */
  readonly at: Instant;
  /** Whose dossiers were counted (ids). */
  readonly agencyIds: readonly string[];
  readonly columns: readonly string[];
  readonly lines: readonly ReportLine[];
  /** Legal moment of the numbers themselves, where a job has counted them before. */
  readonly countedAt?: Instant | null;
}

/** A head over several columns: `Tiếp nhận`. */
export interface ReportHead {
  readonly title: string;
  readonly columns: readonly string[];
}

/** What a report says in a language. */
export interface ReportWords {
  readonly title: string;
  /** What must be known before one reads the numbers. */
  readonly notes?: (table: ReportTable) => readonly string[];
  /** How they are counted, beside the rules of the columns. */
  readonly remarks?: () => readonly string[];
  /** Number and source of a statutory form. */
  readonly form?: string;
  readonly column: (column: string) => string;
  /** How the number of a column is counted, in the line. */
  readonly rule: (column: string, line: ReportLine) => string;
  readonly label: (line: ReportLine) => string;
  readonly heads?: readonly ReportHead[];
  /** What a column is called under its head. */
  readonly short?: (column: string) => string;
  /** How a number is written where it is no count; undefined: as a count. */
  readonly show?: (column: string, value: number) => string | undefined;
  /** Of a column that counts tenths, its format in a sheet, where it stands as a number with one decimal. */
  readonly tenths?: (column: string) => string | undefined;
}

/** What the lines of a report are of, in their order; the sum stands under each of them. */
export function kindsOf(lines: readonly ReportLine[]): ReportLine['of'][] {
  return [...new Set(lines.map(({ of }) => of))].filter((of) => of !== 'sum');
}

/** What a column is called where nothing stands above it: a short name only where it needs no head. */
export function fullTitle({ heads, short, column: titleOf }: ReportWords, column: string): string {
  return heads || !short ? titleOf(column) : short(column);
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
