import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { StandingLine } from '../store/standing.ts';
import { paths } from './page-deps.ts';
import { byColumn, doerColumn, dossierColumn, procedureColumn } from './standing-columns.tsx';
import type { StandingView } from './standing-view.ts';
import { type TabCounts, Tabs } from './tabs.tsx';

type Line = StandingView<StandingLine>;

interface ApologiesPageProps {
  readonly frame: DeskFrame;
  readonly counts: TabCounts;
  /** Late; the longest ago first. */
  readonly late: readonly Line[];
  /** Not late yet, but due within a working day. */
  readonly near: readonly Line[];
  /** Signs apologies. */
  readonly maySign: boolean;
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

/** Who has not been told that their result is late, or will be: empty in a good office. */
export function ApologiesPage(props: ApologiesPageProps) {
  const { frame, counts, late, near, maySign, firstHref, nextHref } = props;
  const { t } = frame;
  const title = t('reminders.apologies.title');
  const groups = [
    ...(late.length > 0
      ? [{ title: t('reminders.apologies.late'), count: counts.apologies, rows: late }]
      : []),
    ...(near.length > 0 ? [{ title: t('reminders.apologies.near'), count: near.length, rows: near }] : []),
  ];
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ label: t('reminders.work'), href: paths.work }, { label: title }]}
      keys={[
        { keys: 'j k', text: t('reminders.keys.walk') },
        { keys: 'Enter', text: t('reminders.keys.open') },
      ]}
    >
      <PageTitle
        title={title}
        note={t('reminders.apologies.note')}
        aside={groups.length > 0 ? <PrintButton>{t('reminders.print')}</PrintButton> : undefined}
      />
      <Tabs t={t} counts={counts} current="apologies" />
      {late.length === 0 && !firstHref ? (
        <Empty title={t('reminders.apologies.none')}>
          <p>{t('reminders.apologies.none-note')}</p>
        </Empty>
      ) : null}
      {groups.length > 0 ? (
        <>
          <DataTable t={t} caption={title} columns={columnsOf(t, maySign)} groups={groups} walkable />
          <Pagination
            t={t}
            shown={t('reminders.list.count', { n: late.length + near.length })}
            firstHref={firstHref}
            nextHref={nextHref}
          />
        </>
      ) : null}
    </DeskLayout>
  );
}

function columnsOf(t: Words, maySign: boolean): Column<Line>[] {
  return [
    { ...dossierColumn(t), rowHeader: true },
    procedureColumn(t),
    { ...byColumn(t), head: t('reminders.apologies.by') },
    doerColumn(t),
    ...(maySign
      ? [
          {
            head: t('reminders.list.to-do'),
            cell: ({ name }: Line) => <a href={paths.apology(name)}>{t('reminders.apologies.open')}</a>,
          },
        ]
      : []),
  ];
}
