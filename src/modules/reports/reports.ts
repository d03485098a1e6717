import { makeIi06a } from './actions/make-ii06a.ts';
import { makeTimeliness } from './actions/make-timeliness.ts';
import { type KnownReport, labelOf } from './known-report.ts';

const ii06a: KnownReport = {
  code: 'II.06a',
  clocks: ['legal'],
  make: makeIi06a,
  words: (t) => ({
    title: t('reports.ii06a.title'),
    column: (column) => t(`reports.ii06a.column.${column}`),
    rule: (column) => t(`reports.ii06a.rule.${column}`),
    label: (line) => labelOf(t, line),
  }),
};

const timeliness: KnownReport = {
  code: 'timeliness',
  clocks: ['legal'],
  make: makeTimeliness,
  words: (t) => ({
    title: t('reports.timeliness-report.title'),
    column: (column) => t(`reports.timeliness-report.column.${column}`),
    rule: (column) => t(`reports.timeliness-report.rule.${column}`),
    label: (line) => labelOf(t, line),
  }),
};

/** Those of this module; `main/known-reports.ts` has all. */
export const reports: readonly KnownReport[] = [ii06a, timeliness];
