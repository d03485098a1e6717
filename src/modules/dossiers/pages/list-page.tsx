import type { ComponentChildren } from 'preact';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { DossierLine } from '../store/lists.ts';
import { listColumns } from './dossier-columns.tsx';
import type { SortOf } from './list-order.ts';
import { type RiskView, RiskWords } from './risk-view.tsx';

interface ListPageProps {
  readonly frame: DeskFrame;
  readonly title: string;
  readonly note?: string | undefined;
  readonly filters?: ComponentChildren;
  readonly lines: readonly DossierLine[];
  /** Nothing where nothing was asked for. */
  readonly empty?: { readonly title: string; readonly note: string };
  readonly errors?: readonly FormError[];
  readonly firstHref?: string | undefined;
  readonly nextHref?: string | undefined;
  readonly sortOf?: SortOf | undefined;
  /** Where a list is about it: how likely each is to be late, and why. */
  readonly riskOf?: ((line: DossierLine) => RiskView | undefined) | undefined;
}

/** A list of dossiers: those of my offices, results that wait, what a search found. */
export function ListPage(props: ListPageProps) {
  const { frame, title, note, filters, lines, empty } = props;
  const { t } = frame;
  return (
    <DeskLayout
      frame={frame}
      title={title}
      keys={[
        { keys: 'j k', text: t('dossiers.keys.walk') },
        { keys: 'Enter', text: t('dossiers.keys.open') },
      ]}
    >
      <ErrorSummary t={t} errors={props.errors ?? []} />
      <PageTitle title={title} note={note} />
      {filters}
      {lines.length > 0 ? (
        <>
          <DataTable t={t} caption={title} columns={columnsOf(t, props)} rows={lines} walkable />
          <Pagination
            t={t}
            shown={t('dossiers.list.shown', { n: lines.length })}
            firstHref={props.firstHref}
            nextHref={props.nextHref}
          />
        </>
      ) : null}
      {lines.length === 0 && empty ? (
        <Empty title={empty.title}>
          <p>{empty.note}</p>
        </Empty>
      ) : null}
    </DeskLayout>
  );
}

function columnsOf(t: Words, { sortOf, riskOf }: ListPageProps): Column<DossierLine>[] {
  const columns = listColumns(t, sortOf);
  if (!riskOf) return columns;
  const said = (line: DossierLine) => {
    const risk = riskOf(line);
    if (!risk) return t('dossiers.list.none');
    return (
      <div class="small risk">
        <RiskWords risk={risk} />
      </div>
    );
  };
  return [
    ...columns,
    { head: t('dossiers.list.risk'), class: 'todo-cell wrapok', cell: said, labelled: true },
  ];
}
