import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { AlarmLine } from './alarm-list.tsx';
import { OfficerLayout } from './officer-layout.tsx';
import { paths } from './page-deps.ts';

interface AlarmsPageProps {
  readonly frame: DeskFrame;
  readonly alarms: readonly AlarmLine[];
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

/** Every alarm there ever was, newest first. */
export function AlarmsPage({ frame, alarms, firstHref, nextHref }: AlarmsPageProps) {
  const { t } = frame;
  const title = t('protection.alarms.title');
  return (
    <OfficerLayout frame={frame} title={title}>
      <PageTitle title={title} note={t('protection.alarms.note')} />
      {alarms.length > 0 ? (
        <>
          <DataTable t={t} caption={title} columns={columnsOf(t)} rows={alarms} />
          <Pagination
            t={t}
            shown={t('protection.alarms.shown', { n: alarms.length })}
            firstHref={firstHref}
            nextHref={nextHref}
          />
        </>
      ) : (
        <Empty title={t('protection.alarms.none')}>
          <p>{t('protection.alarms.none-note')}</p>
        </Empty>
      )}
    </OfficerLayout>
  );
}

function columnsOf(t: Words): Column<AlarmLine>[] {
  return [
    { head: t('protection.alarms.day'), rowHeader: true, cell: ({ day }) => formatCivilDate(day) },
    { head: t('protection.reads.who'), cell: ({ id, name }) => <a href={paths.alarm(id)}>{name}</a> },
    { head: t('protection.alarms.count'), labelled: true, numeric: true, cell: ({ count }) => count },
    { head: t('protection.alarms.limit'), labelled: true, numeric: true, cell: ({ moreThan }) => moreThan },
    { head: t('protection.alarms.state'), cell: (alarm) => <AlarmState t={t} alarm={alarm} /> },
  ];
}

export function AlarmState({ t, alarm }: { readonly t: Words; readonly alarm: AlarmLine }) {
  return alarm.acknowledgedAt ? (
    <State icon="ok" tone="success">
      {t('protection.alarms.closed')}
    </State>
  ) : (
    <State icon="alert" tone="danger">
      {t('protection.alarms.waiting')}
    </State>
  );
}
