import { holdsRole } from '#kernel/actor.ts';
import { formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { makeIndices } from './actions/make-indices.ts';
import { indexTypists } from './actions/type-index.ts';
import { type KnownReport, labelOf } from './known-report.ts';
import { typingPath } from './pages/page-deps.ts';
import { bandCodes } from './rules/index-columns.ts';
import { historyIndices, typedIndices } from './rules/index-scores.ts';

const TENTHS = 10;
const bandNames = new Map(Object.entries(bandCodes).map(([name, code]) => [code, name]));

/** The nine indices of Thông tư 01/2018/TT-VPCP. */
export const indicesReport: KnownReport = {
  code: 'indices',
  slug: 'chi-so',
  clocks: ['legal'],
  byMonths: true,
  make: makeIndices,
  words: (t) => ({
    title: t('reports.indices.title'),
    notes: ({ countedAt, agencyIds }) => [
      countedAt
        ? t('reports.indices.counted', { at: formatMoment(countedAt) })
        : t('reports.indices.not-counted'),
      ...(agencyIds.length > 1 ? [t('reports.indices.choose')] : []),
    ],
    remarks: () => [
      t('reports.indices.months-note'),
      t('reports.indices.typed-note'),
      t('reports.indices.unverified'),
    ],
    column: (column) => t(`reports.indices.column.${column}`),
    short: (column) => t(`reports.indices.short.${column}`),
    rule: (column) => t(`reports.indices.rule.${column}`),
    label: (line) => labelOf(t, line),
    show: (column, value) => shown(t, column, value),
    tenths: (column) => (['dossiers', 'band'].includes(column) ? undefined : '0.0'),
  }),
  links: (t, actor) =>
    holdsRole(actor, indexTypists)
      ? typedIndices.map((index) => ({ href: typingPath(index), text: t(`reports.typing.link.${index}`) }))
      : [],
  listed: ({ of }, column) =>
    ['agency', 'office', 'officer'].includes(of) && historyIndices.some((index) => String(index) === column),
};

/** `1,9`; a band in words; a count of dossiers as every count. */
function shown(t: Words, column: string, value: number): string | undefined {
  if (column === 'dossiers') return undefined;
  if (column === 'band') return t(`reports.indices.band.${bandNames.get(value)}`);
  return `${Math.floor(value / TENTHS)},${value % TENTHS}`;
}
