import { formatCivilDate, weekday } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { Crumb } from '#ui/layout/breadcrumb.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { weekdayInWords } from '../in-words.ts';
import type { KeptDay } from '../store-days.ts';
import { calendarPaths } from './page-deps.ts';

interface YearPageProps {
  readonly frame: DeskFrame;
  readonly crumbs: readonly Crumb[];
  readonly year: number;
  readonly days: readonly KeptDay[];
  /** Open dossiers that the change just made touches. */
  readonly touched: number | undefined;
}

export function YearPage({ frame, crumbs, year, days, touched }: YearPageProps) {
  const { t } = frame;
  const title = t('calendar.year.title', { year });
  const unchecked = days.filter((day) => !day.checked).length;
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbs}>
      <PageTitle
        title={title}
        note={t('calendar.year.note')}
        aside={
          <>
            <LinkButton variant="secondary" href={calendarPaths.newDay}>
              {t('calendar.day.add')}
            </LinkButton>
            {unchecked > 0 ? (
              <LinkButton href={calendarPaths.confirm(year)}>
                {t('calendar.confirm.title', { year })}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div class="stack">
        {touched === undefined ? null : (
          <Notice tone="success" live>
            <p>{t(touched > 0 ? 'calendar.year.touched' : 'calendar.year.touched-none', { n: touched })}</p>
          </Notice>
        )}
        {days.length === 0 ? (
          <Empty title={t('calendar.year.none')}>{t('calendar.year.none-note')}</Empty>
        ) : (
          <DataTable t={t} caption={title} rows={days} columns={dayColumns(t, true)} />
        )}
      </div>
    </DeskLayout>
  );
}

export function dayColumns(t: Words, linked: boolean): Column<KeptDay>[] {
  return [
    {
      head: t('calendar.day.date'),
      rowHeader: true,
      cell: ({ date }) => {
        const text = `${weekdayInWords(t, weekday(date))} ${formatCivilDate(date)}`;
        return linked ? <a href={calendarPaths.day(date)}>{text}</a> : text;
      },
    },
    { head: t('calendar.day.kind'), cell: ({ kind }) => t(`calendar.day.kind.${kind}`) },
    { head: t('calendar.day.name'), class: 'typed', cell: ({ name }) => name },
    {
      head: t('calendar.day.swapped-with'),
      labelled: true,
      cell: ({ swappedWith }) => (swappedWith ? formatCivilDate(swappedWith) : '–'),
    },
    {
      head: t('calendar.years.state'),
      cell: ({ checked, confirmedBy }) =>
        checked ? (
          <State icon="ok" tone="success">
            {t(confirmedBy ? 'calendar.day.confirmed' : 'calendar.day.loaded')}
          </State>
        ) : (
          <State icon="alert" tone="warning">
            {t('calendar.day.unchecked')}
          </State>
        ),
    },
    { head: t('calendar.day.source'), class: 'typed', cell: ({ source }) => source || '–' },
  ];
}
