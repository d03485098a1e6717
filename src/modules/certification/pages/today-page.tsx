import { dateOf, timeOf } from '#kernel/civil-date.ts';
import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { shortDate } from '#ui/dates.ts';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Today, TodayLine } from '../actions/list-today.ts';
import { bookLabel, numberLabel } from '../rules/books.ts';
import { paths } from './paths.ts';
import { Ways } from './ways.tsx';

/** What waits for the leader's hand, and what the person can have. */
export function TodayPage({ frame, today }: { readonly frame: DeskFrame; readonly today: Today }) {
  const { t } = frame;
  const title = t('certification.today.title');
  const { documents, copies, fees } = today.sum;
  const groups = [
    { title: t('certification.today.to-sign'), count: today.toSign.length, rows: today.toSign },
    { title: t('certification.today.ready'), count: today.ready.length, rows: today.ready },
  ].filter((group) => group.rows.length > 0);
  return (
    <DeskLayout
      frame={frame}
      title={title}
      keys={[
        { keys: 'j k', text: t('certification.keys.walk') },
        { keys: 'Enter', text: t('certification.keys.open') },
      ]}
    >
      <PageTitle
        title={title}
        note={t('certification.today.sum', { documents, copies, fees: formatDong(dong(fees)) })}
      />
      <Ways t={t} current="today" />
      {groups.length > 0 ? (
        <DataTable t={t} caption={title} columns={columnsOf(t)} groups={groups} walkable />
      ) : (
        <Empty title={t('certification.today.none')}>
          <p>{t('certification.today.none-now')}</p>
        </Empty>
      )}
    </DeskLayout>
  );
}

function columnsOf(t: Words): Column<TodayLine>[] {
  return [
    {
      head: t('certification.book.number'),
      class: 'nr',
      cell: ({ dossier, entries }) => (
        <a href={entries.length > 0 ? paths.done(dossier.name) : paths.dossier(dossier.name)}>
          {entries.length > 0
            ? entries.map((entry) => numberLabel(entry.number)).join(', ')
            : t('certification.today.no-number')}
        </a>
      ),
    },
    {
      head: t('certification.book.title'),
      cell: ({ entries }) => (entries[0] ? bookLabel(entries[0]) : ''),
    },
    {
      head: t('certification.book.requester'),
      class: 'who',
      cell: ({ dossier }) => dossier.applicantName ?? t('certification.book.erased'),
    },
    {
      head: t('certification.book.document'),
      class: 'wrapok',
      cell: ({ dossier, entries }) =>
        entries.map((entry) => entry.documentName).join('; ') || dossier.procedureName,
    },
    {
      head: t('certification.today.due'),
      class: 'when',
      labelled: true,
      cell: ({ dossier }) => (dossier.dueAt ? moment(dossier.dueAt) : ''),
    },
    {
      head: t('certification.book.state'),
      cell: ({ dossier }) => <StateCell t={t} line={dossier} />,
    },
  ];
}

function StateCell({ t, line }: { readonly t: Words; readonly line: TodayLine['dossier'] }) {
  return line.state === 'decided' ? (
    <State icon="ok" tone="success">
      {t('certification.state.decided')}
    </State>
  ) : (
    <State icon="sign" tone="info">
      {t('certification.state.open')}
    </State>
  );
}

function moment(at: Parameters<typeof timeOf>[0]): string {
  return `${timeOf(at)} ${shortDate(dateOf(at))}`;
}
