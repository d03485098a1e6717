import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { Crumb } from '#ui/layout/breadcrumb.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { KeptYear } from '../store-days.ts';
import { calendarPaths } from './page-deps.ts';

interface YearsPageProps {
  readonly frame: DeskFrame;
  readonly crumbs: readonly Crumb[];
  readonly years: readonly KeptYear[];
}

export function YearsPage({ frame, crumbs, years }: YearsPageProps) {
  const { t } = frame;
  const title = t('calendar.years.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbs}>
      <PageTitle
        title={title}
        note={t('calendar.years.note')}
        aside={
          <>
            <a href={calendarPaths.hours}>{t('calendar.hours.title')}</a>
            <LinkButton variant="secondary" href={calendarPaths.newDay}>
              {t('calendar.day.add')}
            </LinkButton>
          </>
        }
      />
      <DataTable t={t} caption={title} rows={years} columns={columnsOf(t)} />
    </DeskLayout>
  );
}

function columnsOf(t: Words): Column<KeptYear>[] {
  return [
    {
      head: t('calendar.years.year'),
      rowHeader: true,
      cell: ({ year }) => <a href={calendarPaths.year(year)}>{year}</a>,
    },
    { head: t('calendar.years.days'), numeric: true, labelled: true, cell: ({ days }) => days },
    { head: t('calendar.years.state'), cell: (year) => <YearState t={t} year={year} /> },
    { head: t('calendar.years.notice'), class: 'wrapok', cell: ({ notice }) => notice ?? '–' },
  ];
}

/** Confirmed by a person, loaded as checked, or with days that nobody compared with a notice. */
export function YearState({ t, year }: { readonly t: Words; readonly year: KeptYear }) {
  if (year.unchecked > 0) {
    return (
      <State icon="alert" tone="warning">
        {t('calendar.years.unchecked', { n: year.unchecked })}
      </State>
    );
  }
  return (
    <State icon="ok" tone="success">
      {year.confirmedAt
        ? t('calendar.years.confirmed', { date: formatCivilDate(dateOf(year.confirmedAt)) })
        : t('calendar.years.loaded')}
    </State>
  );
}
