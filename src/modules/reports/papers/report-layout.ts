import { formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import { groupThousands } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormCell } from '#platform/sheets/write-form.ts';
import { firstHeads, type KnownReport } from '../known-report.ts';
import { checkSums, checkText } from '../rules/check-sums.ts';
import {
  fullTitle,
  kindsOf,
  type ReportAsked,
  type ReportTable,
  type ReportWords,
} from '../rules/report-table.ts';
import type { StoredFrozen } from '../store/frozen.ts';

/** A report as it stands on a sheet and on paper: heads, groups of lines, what is checked, how each number is counted. */
export interface ReportLayout {
  readonly title: string;
  /** Number and source of the form; empty: a free report. */
  readonly form: string;
  /** From when to when, by which clock. */
  readonly about: string;
  /** That it is frozen, when, by whom, under which digest; none: counted now. */
  readonly sealed: readonly string[];
  /** What must be known to read the numbers. */
  readonly notes: readonly string[];
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

export interface LayoutValue {
  /** As a page writes it. */
  readonly shown: string;
  /** A number a sheet can count with; otherwise it takes what is shown. */
  readonly cell: FormCell;
}

export interface LayoutLine {
  /** Order (of a form) and name. */
  readonly first: readonly string[];
  readonly values: readonly LayoutValue[];
  readonly isSum: boolean;
}

export function layoutOf(
  t: Words,
  report: KnownReport,
  asked: ReportAsked,
  table: ReportTable,
  frozen?: StoredFrozen,
): ReportLayout {
  const words = report.words(t, asked.clock);
  const isForm = report.numbered ?? false;
  const [line] = table.lines;
  return {
    title: words.title,
    form: words.form ?? '',
    about: aboutOf(t, asked),
    sealed: frozen ? sealedOf(t, frozen) : [],
    notes: [...(words.notes?.(table) ?? []), ...(words.remarks?.() ?? [])],
    first: firstHeads(t, report),
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

function sealedOf(t: Words, { table, by, digest }: StoredFrozen): string[] {
  return [
    t('reports.frozen.sealed', { at: formatMoment(table.at), by: `${by.name}, ${by.title}` }),
    t('reports.frozen.sealed-digest', { digest }),
  ];
}

const TENTHS = 10;

function valueIn({ show, tenths }: ReportWords, column: string, value: number | null): LayoutValue {
  if (value === null) return { shown: '–', cell: null };
  const words = show?.(column, value);
  const format = tenths?.(column);
  return {
    shown: words ?? groupThousands(value),
    cell: format ? { number: value / TENTHS, format } : (words ?? value),
  };
}

function groupsOf(t: Words, words: ReportWords, { lines, columns }: ReportTable, isForm: boolean) {
  const kinds = kindsOf(lines);
  const sum = lines.filter(({ of }) => of === 'sum');
  return kinds.map((kind) => ({
    title: t(`reports.by.${kind}`),
    lines: [...lines.filter(({ of }) => of === kind), ...sum].map((line, index): LayoutLine => {
      const isSum = line.of === 'sum';
      return {
        first: [...(isForm ? [isSum ? '' : String(index + 1)] : []), words.label(line)],
        values: line.values.map((value, at) => valueIn(words, columns[at] ?? '', value)),
        isSum,
      };
    }),
  }));
}
