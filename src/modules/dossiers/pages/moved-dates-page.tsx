import { formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { MovedDates } from '../actions/list-moved-dates.ts';
import type { MovedLine } from '../store/moved-dates.ts';
import { selectionOf } from './bulk-form.tsx';
import { shown } from './dossier-columns.tsx';
import { paths } from './page-deps.ts';
import { BulkFields, type BulkIds, SelectedLines } from './selected-lines.tsx';
import { slugs } from './slugs.ts';
import { TellingFields } from './telling-fields.tsx';

interface MovedDatesPageProps {
  readonly frame: DeskFrame;
  readonly moved: MovedDates;
  /** May note that people were told; who only looks gets no boxes. */
  readonly mayTell: boolean;
  readonly ids: BulkIds;
}

/** After a change of the calendar: whose date is another one, and who has not been told. Printed it is a call list. */
export function MovedDatesPage({ frame, moved, mayTell, ids }: MovedDatesPageProps) {
  const { t } = frame;
  const { lines, all, earlier } = moved;
  const title = t('dossiers.moved.title');
  const table = (
    <DataTable
      t={t}
      caption={title}
      columns={columnsOf(t, mayTell)}
      rows={lines}
      select={mayTell ? selectionOf<MovedLine>() : undefined}
      walkable
    />
  );
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ label: t('dossiers.work.title'), href: paths.work }, { label: title }]}
    >
      <PageTitle
        title={title}
        note={t('dossiers.moved.note')}
        aside={all > 0 ? <PrintButton>{t('dossiers.moved.print')}</PrintButton> : undefined}
      />
      {earlier > 0 ? (
        <Notice tone="warning" title={t('dossiers.moved.earlier-count', { n: earlier })} />
      ) : null}
      {all === 0 ? (
        <Empty title={t('dossiers.moved.none')}>
          <p>{t('dossiers.moved.none-note')}</p>
        </Empty>
      ) : mayTell ? (
        <TellForm t={t} ids={ids}>
          {table}
        </TellForm>
      ) : (
        table
      )}
      {all > lines.length ? <p>{t('dossiers.work.shown', { shown: lines.length, all })}</p> : null}
    </DeskLayout>
  );
}

function TellForm({ t, ids, children }: { t: Words; ids: BulkIds; children: preact.ComponentChildren }) {
  return (
    <form method="post" action={paths.movedTold} data-once>
      <BulkFields ids={ids} />
      <div class="bulk no-print">
        <SelectedLines t={t} />
        <TellingFields t={t} />
        <Button variant="secondary">{t('dossiers.results.told')}</Button>
      </div>
      {children}
    </form>
  );
}

function columnsOf(t: Words, mayTell: boolean): Column<MovedLine>[] {
  return [
    {
      head: t('dossiers.moved.new'),
      labelled: true,
      cell: ({ saidAt, knownDueAt }) =>
        saidAt && saidAt < knownDueAt ? (
          <State icon="late" tone="danger">
            {t('dossiers.moved.earlier', { date: formatMoment(saidAt) })}
          </State>
        ) : saidAt ? (
          formatMoment(saidAt)
        ) : (
          t('dossiers.list.none')
        ),
    },
    { head: t('dossiers.moved.old'), labelled: true, cell: ({ knownDueAt }) => formatMoment(knownDueAt) },
    {
      head: t('dossiers.list.number'),
      rowHeader: true,
      class: 'nr',
      cell: (line) => <a href={paths.dossier(line.name)}>{shown(line)}</a>,
    },
    {
      head: t('dossiers.list.applicant'),
      class: 'who',
      cell: ({ applicantName }) => applicantName ?? t('dossiers.list.erased'),
    },
    { head: t('dossiers.list.procedure'), class: 'clip', cell: (line) => line.procedureName },
    ...(mayTell
      ? [
          {
            head: t('dossiers.list.to-do'),
            cell: ({ name }: MovedLine) => (
              <a href={paths.at(name, slugs['announce-date'])}>{t('dossiers.command.announce-date')}</a>
            ),
          },
        ]
      : []),
  ];
}
