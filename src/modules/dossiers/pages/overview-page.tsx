import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { LoadLine } from '../store/load.ts';
import { hrefOf } from './list-order.ts';
import { paths } from './page-deps.ts';

/** In an address: what nobody has taken yet. */
export const NOBODY = 'chua-ai';

export interface LoadRow extends LoadLine {
  readonly officeName: string;
  /** Null: nobody has taken it yet. Empty: somebody who no longer works there. */
  readonly personName: string | null;
}

interface OverviewPageProps {
  readonly frame: DeskFrame;
  readonly rows: readonly LoadRow[];
}

/** A leader's two minutes: the whole first, then who holds what, most overdue first. */
export function OverviewPage({ frame, rows }: OverviewPageProps) {
  const { t } = frame;
  const title = t('dossiers.overview.title');
  const sum = (of: (row: LoadRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return (
    <DeskLayout frame={frame} title={title}>
      <PageTitle
        title={title}
        note={t('dossiers.overview.sum', {
          open: sum((row) => row.open),
          late: sum((row) => row.late),
          today: sum((row) => row.today),
        })}
      />
      {rows.length === 0 ? (
        <Empty title={t('dossiers.overview.none')}>
          <p>{t('dossiers.overview.none-note')}</p>
        </Empty>
      ) : (
        <DataTable t={t} caption={t('dossiers.overview.caption')} rows={rows} columns={columnsOf(t)} />
      )}
    </DeskLayout>
  );
}

function columnsOf(t: Words): Column<LoadRow>[] {
  return [
    {
      head: t('dossiers.overview.office'),
      rowHeader: true,
      class: 'wrapok',
      cell: (row) => row.officeName,
    },
    {
      head: t('dossiers.overview.person'),
      labelled: true,
      cell: ({ personName }) =>
        personName === null ? t('dossiers.overview.nobody') : personName || t('dossiers.overview.gone'),
    },
    {
      head: t('dossiers.overview.late'),
      numeric: true,
      labelled: true,
      cell: ({ late, officeId, accountId }) =>
        late > 0 ? (
          <a href={hrefOf(paths.late, { 'don-vi': officeId, nguoi: accountId ?? NOBODY })}>
            <State icon="late" tone="danger">
              {late}
            </State>
          </a>
        ) : (
          0
        ),
    },
    {
      head: t('dossiers.overview.today'),
      numeric: true,
      labelled: true,
      cell: (row) => <Held row={row} n={row.today} han="hom-nay" />,
    },
    {
      head: t('dossiers.overview.open'),
      numeric: true,
      labelled: true,
      cell: (row) => <Held row={row} n={row.open} />,
    },
  ];
}

interface HeldProps {
  readonly row: LoadRow;
  readonly n: number;
  readonly han?: string;
}

/** A number that opens its list. */
function Held({ row: { officeId, accountId }, n, han }: HeldProps) {
  if (n === 0) return <>0</>;
  return <a href={hrefOf(paths.held, { 'don-vi': officeId, nguoi: accountId ?? NOBODY, han })}>{n}</a>;
}
