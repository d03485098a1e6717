import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { TimeLeft } from '#ui/components/time-left.tsx';
import { shortDate } from '#ui/dates.ts';
import { stillClocks } from '../rules/dossier.ts';
import type { DossierLine } from '../store/lists.ts';
import type { SortOf } from './list-order.ts';
import { paths } from './page-deps.ts';
import { RiskWords } from './risk-view.tsx';
import { lookInList, taskLooks } from './state-look.ts';
import type { WorkLine } from './work-view.ts';

const unsorted: SortOf = () => undefined;

export function shown(line: Pick<DossierLine, 'shortNumber' | 'name'>): string {
  return line.shortNumber ?? line.name;
}

/** In words, where a training dossier stands in a list. */
function TrainingTag({ t }: { readonly t: Words }) {
  return (
    <>
      {' '}
      <span class="ds-tag" data-color="danger">
        {t('ui.training.tag')}
      </span>
    </>
  );
}

function number(t: Words, sortOf: SortOf): Column<DossierLine> {
  return {
    sort: sortOf('number'),
    head: t('dossiers.list.number'),
    class: 'nr',
    cell: (line) => (
      <>
        <a href={paths.dossier(line.name)}>{shown(line)}</a>
        {line.training ? <TrainingTag t={t} /> : null}
      </>
    ),
  };
}

function procedure(t: Words, sortOf: SortOf): Column<DossierLine> {
  return {
    sort: sortOf('procedure'),
    head: t('dossiers.list.procedure'),
    class: 'clip',
    cell: (line) => <span title={line.procedureName}>{line.procedureName}</span>,
  };
}

function applicant(t: Words, sortOf: SortOf): Column<DossierLine> {
  return {
    sort: sortOf('applicant'),
    head: t('dossiers.list.applicant'),
    class: 'who',
    cell: (line) => line.applicantName ?? t('dossiers.list.erased'),
  };
}

/** Columns of my work: time left first. */
export function workColumns(t: Words, sortOf: SortOf = unsorted): Column<WorkLine>[] {
  return [
    {
      head: t('dossiers.list.due'),
      class: 'when',
      sort: sortOf('due'),
      cell: (line) => <When t={t} line={line} />,
    },
    number(t, sortOf),
    procedure(t, sortOf),
    applicant(t, sortOf),
    {
      head: t('dossiers.list.state'),
      cell: ({ task }) => <State {...taskLooks[task]}>{t(`dossiers.work.state.${task}`)}</State>,
    },
    {
      head: t('dossiers.list.to-do'),
      class: 'subtle todo-cell wrapok',
      cell: ({ task, stepName, heldByAnother, feared }) => (
        <>
          {task === 'work' && stepName ? stepName : t(`dossiers.task.${task}`)}
          {heldByAnother ? `, ${t('dossiers.list.held-by-another')}` : null}
          {feared ? (
            <div class="small risk">
              <RiskWords risk={feared} />
            </div>
          ) : null}
        </>
      ),
    },
  ];
}

/** Time left, with its date. */
export function When({ t, line }: { readonly t: Words; readonly line: WorkLine }) {
  const { left, dueAt, clock } = line;
  const date = stillClocks.includes(clock) || clock === 'ended' ? line.heldSince : dueAt;
  const words = clock === 'ended' ? t('dossiers.work.ready') : t('dossiers.work.no-date');
  return (
    <>
      {left ? <TimeLeft t={t} left={left} /> : <span class="left">{words}</span>}{' '}
      {date ? (
        <span class="subtle nowrap">
          {clock === 'running'
            ? shortDate(dateOf(date))
            : t('dossiers.work.since', { date: shortDate(dateOf(date)) })}
        </span>
      ) : null}
    </>
  );
}

/** Columns of any list of dossiers. */
export function listColumns(t: Words, sortOf: SortOf = unsorted): Column<DossierLine>[] {
  return [
    number(t, sortOf),
    procedure(t, sortOf),
    applicant(t, sortOf),
    {
      head: t('dossiers.list.received'),
      sort: sortOf('received'),
      cell: ({ receivedAt }) => (receivedAt ? formatCivilDate(dateOf(receivedAt)) : t('dossiers.list.none')),
      labelled: true,
    },
    {
      head: t('dossiers.list.due'),
      sort: sortOf('due'),
      cell: ({ dueAt, clock }) =>
        stillClocks.includes(clock)
          ? t('ui.time-left.stopped')
          : dueAt
            ? formatCivilDate(dateOf(dueAt))
            : t('dossiers.list.none'),
      labelled: true,
    },
    {
      head: t('dossiers.list.state'),
      cell: ({ state }) => <State {...lookInList(state)}>{t(`dossiers.state.${state}`)}</State>,
    },
  ];
}
