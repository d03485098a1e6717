import { formatMoment } from '#kernel/civil-date.ts';
import { shortDossierNumber } from '#kernel/dossier-number.ts';
import type { Words } from '#platform/i18n/words.ts';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { TimeLeft } from '#ui/components/time-left.tsx';
import { toDo } from '../actions/to-do.ts';
import type { StandingLine } from '../store/standing.ts';
import { paths } from './page-deps.ts';
import type { StandingView } from './standing-view.ts';

type View = StandingView<StandingLine>;

export function toDoColumn(t: Words): Column<View> {
  return {
    head: t('reminders.list.to-do'),
    rowHeader: true,
    class: 'wrapok',
    cell: (line) => toDo(t, line),
  };
}

export function dossierColumn(t: Words): Column<View> {
  return {
    head: t('reminders.list.dossier'),
    class: 'nr',
    cell: ({ name }) => <a href={paths.dossier(name)}>{shortDossierNumber(name)}</a>,
  };
}

export function procedureColumn(t: Words): Column<View> {
  return {
    head: t('reminders.list.procedure'),
    class: 'clip',
    cell: ({ procedureName }) => <span title={procedureName}>{procedureName}</span>,
  };
}

/** Words first, the moment after them; of what stands still the hours that it has stood say nothing more. */
export function byColumn(t: Words): Column<View> {
  return {
    head: t('reminders.list.by'),
    labelled: true,
    class: 'wrapok',
    cell: ({ rule, by, left }) =>
      rule === 'still' ? (
        <>
          <State icon="pause" tone="danger">
            {t('reminders.list.still')}
          </State>{' '}
          <span class="subtle nowrap">{t('reminders.list.since', { when: formatMoment(by) })}</span>
        </>
      ) : (
        <>
          <TimeLeft t={t} left={left} /> <span class="subtle nowrap">{formatMoment(by)}</span>
        </>
      ),
  };
}

/** The cause of what is broken: with whom it lies. */
export function doerColumn(t: Words): Column<View> {
  return {
    head: t('reminders.list.doer'),
    labelled: true,
    class: 'wrapok',
    cell: ({ officeName, personName }) =>
      personName ? t('reminders.list.person-of', { person: personName, office: officeName }) : officeName,
  };
}
