import { formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import type { KnownReport } from '../known-report.ts';
import type { FrozenLine } from '../store/frozen.ts';
import { REPORTS_PATH } from './page-deps.ts';

export const FROZEN_PATH = `${REPORTS_PATH}/da-chot`;

interface FrozenListProps {
  readonly t: Words;
  readonly reports: readonly KnownReport[];
  readonly lines: readonly FrozenLine[];
}

/** Reports that were given away, the latest first. */
export function FrozenList({ t, reports, lines }: FrozenListProps) {
  if (lines.length === 0) return null;
  const titleOf = (code: string) => reports.find((one) => one.code === code)?.words(t).title ?? code;
  return (
    <DataTable
      t={t}
      caption={t('reports.frozen.list')}
      captionShown
      rows={lines}
      columns={[
        {
          head: t('reports.frozen.report'),
          rowHeader: true,
          class: 'wrapok',
          cell: ({ id, code }: FrozenLine) => <a href={`${FROZEN_PATH}/${id}`}>{titleOf(code)}</a>,
        },
        {
          head: t('reports.frozen.period'),
          labelled: true,
          cell: ({ from, to }) => `${formatCivilDate(from)} – ${formatCivilDate(to)}`,
        },
        { head: t('reports.frozen.at'), labelled: true, cell: ({ countedAt }) => formatMoment(countedAt) },
        { head: t('reports.frozen.by'), labelled: true, class: 'wrapok', cell: ({ byName }) => byName },
      ]}
    />
  );
}
