import { makeCauses } from './actions/make-causes.ts';
import { type KnownReport, labelOf } from './known-report.ts';
import { causesColumns, lateCauseKinds } from './rules/causes-line.ts';

/** Late dossiers by cause, office, procedure and step. */
export const causes: KnownReport = {
  code: 'causes',
  slug: 'nguyen-nhan',
  clocks: ['legal'],
  make: makeCauses,
  words: (t) => ({
    title: t('reports.causes.title'),
    notes: () => [t('reports.causes.note')],
    column: (column) => t(`reports.causes.column.${column}`),
    short: (column) => t(`reports.causes.short.${column}`),
    heads: [
      { title: t('reports.causes.head.late'), columns: ['late', 'ended-late', 'open-late'] },
      { title: t('reports.causes.head.cause'), columns: [...lateCauseKinds, 'unreckoned'] },
      { title: t('reports.causes.head.more'), columns: ['corrected', 'hours'] },
    ],
    rule: (column) => t(`reports.causes.rule.${column}`),
    label: (line) => labelOf(t, line),
  }),
  listed: (_, column) => causesColumns.some((one) => one === column),
};
