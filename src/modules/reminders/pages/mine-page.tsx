import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { MyReminder } from '../store/standing.ts';
import { paths } from './page-deps.ts';
import { byColumn, dossierColumn, procedureColumn, toDoColumn } from './standing-columns.tsx';
import type { StandingView } from './standing-view.ts';
import { type TabCounts, Tabs } from './tabs.tsx';

export type MyLine = StandingView<MyReminder> & { readonly insteadOfName: string | null };

interface MinePageProps {
  readonly frame: DeskFrame;
  readonly lines: readonly MyLine[];
  readonly all: number;
  /** Of who also oversees others. */
  readonly counts: TabCounts | null;
}

/** What somebody is reminded of, as long as it stands: what is broken first. */
export function MinePage({ frame, lines, all, counts }: MinePageProps) {
  const { t } = frame;
  const title = t('reminders.mine.title');
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
        note={t('reminders.mine.note')}
        aside={<a href={paths.preference}>{t('reminders.preference.title')}</a>}
      />
      {counts ? <Tabs t={t} counts={counts} current="mine" /> : null}
      {lines.length === 0 ? (
        <Empty title={t('reminders.mine.none')}>
          <p>{t('reminders.mine.none-note')}</p>
        </Empty>
      ) : (
        <DataTable t={t} caption={title} columns={columnsOf(t)} groups={groupsOf(t, lines)} walkable />
      )}
      {all > lines.length ? <p>{t('reminders.list.shown', { shown: lines.length, all })}</p> : null}
    </DeskLayout>
  );
}

function groupsOf(t: Words, lines: readonly MyLine[]) {
  return (['broken', 'near'] as const)
    .map((level) => lines.filter((line) => line.level === level))
    .flatMap((rows) =>
      rows[0] ? [{ title: t(`reminders.level.${rows[0].level}`), count: rows.length, rows }] : [],
    );
}

function columnsOf(t: Words): Column<MyLine>[] {
  return [
    toDoColumn(t),
    dossierColumn(t),
    procedureColumn(t),
    byColumn(t),
    {
      head: t('reminders.mine.why'),
      labelled: true,
      class: 'wrapok',
      cell: ({ whom, insteadOfName, officeName }) =>
        insteadOfName
          ? t('reminders.whom.instead', { name: insteadOfName })
          : t(`reminders.whom.${whom}`, { office: officeName }),
    },
  ];
}
