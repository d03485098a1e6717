import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { KnownReport } from '../known-report.ts';
import { checkSums, checkText } from '../rules/check-sums.ts';
import {
  fullTitle,
  kindsOf,
  type ReportAsked,
  type ReportTable,
  type ReportWords,
} from '../rules/report-table.ts';

/** A report as it stands on a sheet and on paper: heads, groups of lines, what is checked, how each number is counted. */
export interface ReportLayout {
  readonly title: string;
  /** Number and source of the form; empty: a free report. */
  readonly form: string;
  /** From when to when, by which clock. */
  readonly about: string;
  /** Heads before the numbers: order and name, or the name. */
  readonly first: readonly string[];
  readonly heads: readonly { readonly title: string; readonly span: number }[];
  readonly columns: readonly string[];
  /** `(1)`, `(2)` …; none: not a form. */
  readonly numbers: readonly string[];
  readonly groups: readonly { readonly title: string; readonly lines: readonly LayoutLine[] }[];
  readonly checks: readonly string[];
  readonly rules: readonly (readonly [column: string, rule: string])[];
}

export interface LayoutLine {
  /** Order (of a form) and name. */
  readonly first: readonly string[];
  readonly values: readonly (number | null)[];
  readonly isSum: boolean;
}

export function layoutOf(
  t: Words,
  report: KnownReport,
  asked: ReportAsked,
  table: ReportTable,
): ReportLayout {
  const words = report.words(t, asked.clock);
  const isForm = report.numbered ?? false;
  const [line] = table.lines;
  return {
    title: words.title,
    form: words.form ?? '',
    about: aboutOf(t, asked),
    first: [...(isForm ? [t('reports.table.order')] : []), t('reports.table.name')],
    heads: (words.heads ?? []).map(({ title, columns }) => ({ title, span: columns.length })),
    columns: table.columns.map(words.short ?? words.column),
    numbers: isForm ? ['1', '2', ...table.columns].map((column) => `(${column})`) : [],
    groups: groupsOf(t, words, table, isForm),
    checks: checkSums(table, report.checks ?? []).map((check) =>
      [
        checkText(check),
        check.wrongLines.length === 0
          ? t('reports.sums.hold')
          : t('reports.sums.wrong', { lines: check.wrongLines.join(', ') }),
      ].join(': '),
    ),
    rules: line
      ? table.columns.map((column) => [
          isForm ? `(${column}) ${words.column(column)}` : fullTitle(words, column),
          words.rule(column, line),
        ])
      : [],
  };
}

/** `Từ ngày 15/06/2022 đến hết ngày 14/09/2022, theo đồng hồ của luật.` */
export function aboutOf(t: Words, { from, to, clock }: ReportAsked): string {
  return t('reports.report.period', {
    from: formatCivilDate(from),
    to: formatCivilDate(to),
    clock: t(`reports.clock.${clock}`),
  });
}

function groupsOf(t: Words, words: ReportWords, { lines }: ReportTable, isForm: boolean) {
  const kinds = kindsOf(lines);
  const sum = lines.filter(({ of }) => of === 'sum');
  return kinds.map((kind) => ({
    title: t(`reports.by.${kind}`),
    lines: [...lines.filter(({ of }) => of === kind), ...sum].map((line, index): LayoutLine => {
      const isSum = line.of === 'sum';
      return {
        first: [...(isForm ? [isSum ? '' : String(index + 1)] : []), words.label(line)],
        values: line.values,
        isSum,
      };
    }),
  }));
}
