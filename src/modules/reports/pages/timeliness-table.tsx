import { groupThousands } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { perMille } from '../per-mille.ts';
import { punctuality, type Timeliness } from '../rules/timeliness.ts';

interface TimelinessRow {
  readonly name: string;
  readonly sums: Timeliness;
}

interface TimelinessTableProps {
  readonly t: Words;
  readonly caption: string;
  readonly rows: readonly TimelinessRow[];
  /** The sum, as the last row. */
  readonly whole: Timeliness;
}

export function TimelinessTable({ t, caption, rows, whole }: TimelinessTableProps) {
  const lines = [...rows, { name: t('reports.timeliness.sum'), sums: whole }];
  return <DataTable t={t} caption={caption} captionShown rows={lines} columns={columnsOf(t)} />;
}

const figures = ['received', 'ended', 'early', 'on-time', 'late', 'open', 'in-time', 'overdue'] as const;

function columnsOf(t: Words): Column<TimelinessRow>[] {
  return [
    {
      head: t('reports.timeliness.name'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ name }) => name,
    },
    ...figures.map((key) => ({
      head: t(`reports.figure.${key}`),
      numeric: true,
      labelled: true,
      cell: ({ sums }: TimelinessRow) => groupThousands(sums[key]),
    })),
    {
      head: t('reports.figure.punctual'),
      numeric: true,
      labelled: true,
      cell: ({ sums }) => {
        const punctual = punctuality(sums);
        return punctual === null ? t('reports.timeliness.nothing') : perMille(punctual);
      },
    },
  ];
}
