import type { Words } from '#platform/i18n/words.ts';
import { makeIi06a } from './actions/make-ii06a.ts';
import { itemsOfIi07b, makeIi07b } from './actions/make-ii07b.ts';
import { makeTimeliness } from './actions/make-timeliness.ts';
import { causes } from './causes-report.ts';
import { indicesReport } from './indices-report.ts';
import { byClock, type KnownReport, labelOf } from './known-report.ts';
import { perMille, SHARE_FORMAT } from './per-mille.ts';
import { ii06aChecks, ii06aColumns, ii06aSelections } from './rules/ii06a.ts';
import { levels } from './rules/ii07b.ts';
import { type ReportHead, reportClocks } from './rules/report-table.ts';
import { timelinessColumns, timelinessSelections } from './rules/timeliness-line.ts';

const ii06a: KnownReport = {
  code: 'II.06a',
  slug: 'ii-06a',
  clocks: reportClocks,
  make: makeIi06a,
  words: (t, clock) => ({
    title: t('reports.ii06a.title'),
    form: t('reports.ii06a.form'),
    column: (column) => t(`reports.ii06a.column.${column}`),
    short: (column) => t(`reports.ii06a.short.${column}`),
    heads: headsOf(t),
    rule: (column) => byClock(t, clock, column, t(`reports.ii06a.rule.${column}`)),
    label: (line) => labelOf(t, line),
  }),
  checks: ii06aChecks.map(([sum, parts]) => ({ sum: String(sum), parts: parts.map(String) })),
  numbered: true,
  receivedColumns: ['4', '5'],
  behind: (typed) => {
    const column = ii06aColumns.find((one) => String(one) === typed);
    return column ? ii06aSelections[column] : null;
  },
};

function headsOf(t: Words): ReportHead[] {
  return [
    { title: t('reports.ii06a.head.received'), columns: ['3', '4', '5', '6'] },
    { title: t('reports.ii06a.head.resolved'), columns: ['7', '8', '9', '10'] },
    { title: t('reports.ii06a.head.open'), columns: ['11', '12', '13'] },
  ];
}

const ii07b: KnownReport = {
  code: 'II.07b',
  slug: 'ii-07b',
  clocks: ['legal'],
  make: makeIi07b,
  words: (t) => ({
    title: t('reports.ii07b.title'),
    form: t('reports.ii07b.form'),
    column: (column) =>
      `${t(`reports.ii07b.head.${partOf(column)}`)}: ${t(`reports.ii07b.level.${levelOf(column)}`)}`,
    short: (column) => t(`reports.ii07b.level.${levelOf(column)}`),
    heads: [3, 7, 11].map((first) => ({
      title: t(`reports.ii07b.head.${partOf(first)}`),
      columns: [0, 1, 2, 3].map((place) => String(first + place)),
    })),
    rule: (column) =>
      `${t(`reports.ii07b.rule.${partOf(column)}`)} ${t(levelOf(column) === 'total' ? 'reports.ii07b.rule.total' : 'reports.ii07b.rule.level')}`,
    label: (line) => labelOf(t, line),
  }),
  numbered: true,
  items: itemsOfIi07b,
};

const partOf = (column: string | number) =>
  ['offered', 'received', 'processed'][Math.floor((Number(column) - 3) / 4)];
const levelOf = (column: string) => ['total', ...levels][(Number(column) - 3) % 4];

const timeliness: KnownReport = {
  code: 'timeliness',
  slug: 'thoi-han',
  clocks: reportClocks,
  make: makeTimeliness,
  words: (t, clock) => ({
    title: t('reports.timeliness-report.title'),
    column: (column) => t(`reports.timeliness-report.column.${column}`),
    short: (column) =>
      column === 'punctual' ? t('reports.figure.punctual') : t(`reports.timeliness-report.column.${column}`),
    rule: (column) => byClock(t, clock, column, t(`reports.timeliness-report.rule.${column}`)),
    label: (line) => labelOf(t, line),
    show: (column, value) => (column === 'punctual' ? perMille(value) : undefined),
    tenths: (column) => (column === 'punctual' ? SHARE_FORMAT : undefined),
  }),
  receivedColumns: ['received'],
  behind: (typed) => {
    const column = timelinessColumns.find((one) => one === typed);
    return column ? timelinessSelections[column] : null;
  },
};

/** Those of this module; `main/known-reports.ts` has all. */
export const reports: readonly KnownReport[] = [ii06a, ii07b, timeliness, causes, indicesReport];
