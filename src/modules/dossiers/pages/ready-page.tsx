import type { ComponentChildren } from 'preact';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { shortDate } from '#ui/dates.ts';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Patience } from '../actions/list-ready-results.ts';
import { daysWaited } from '../rules/unfetched.ts';
import type { ReadyLine } from '../store/ready-results.ts';
import { selectionOf } from './bulk-form.tsx';
import { shown } from './dossier-columns.tsx';
import type { SortOf } from './list-order.ts';
import { paths } from './page-deps.ts';
import { PatiencePart, type WrongDays } from './patience-part.tsx';
import { BulkFields, type BulkIds, SelectedLines } from './selected-lines.tsx';
import { type ListOrder, SortField } from './sort-field.tsx';
import { TellingFields } from './telling-fields.tsx';
import { toldText } from './told-text.ts';

export interface ReadyPageProps {
  readonly frame: DeskFrame;
  readonly now: Instant;
  readonly group: 'all' | 'unfetched';
  readonly counts: { readonly all: number; readonly unfetched: number };
  readonly patience: readonly Patience[];
  /** Agencies whose days this person may set. */
  readonly maySet: readonly string[];
  readonly lines: readonly ReadyLine[];
  /** May note that people were told; who only looks gets no boxes. */
  readonly mayTell: boolean;
  readonly ids: () => BulkIds;
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
  readonly order: ListOrder;
  /** Days that could not be set, as typed. */
  readonly wrong: WrongDays | undefined;
}

/** Results that wait to be fetched, the oldest first: who was told, who waits too long. */
export function ReadyPage(props: ReadyPageProps) {
  const { frame, group, lines } = props;
  const { t } = frame;
  return (
    <DeskLayout frame={frame} title={t('dossiers.results.title')} keys={readyKeys(t)}>
      <ErrorSummary t={t} errors={props.wrong ? [props.wrong.error] : []} />
      <PageTitle title={t('dossiers.results.title')} note={t('dossiers.results.note')} />
      <Counts {...props} />
      {group === 'unfetched' ? <PatiencePart t={t} {...props} /> : null}
      {lines.length > 1 ? <Order {...props} /> : null}
      {lines.length > 0 ? <Lines {...props} /> : null}
      {lines.length === 0 ? (
        <Empty title={t(`dossiers.results.none${group === 'all' ? '' : '-unfetched'}`)}>
          <p>{t('dossiers.results.none-note')}</p>
        </Empty>
      ) : null}
    </DeskLayout>
  );
}

function readyKeys(t: Words) {
  return [
    { keys: 'j k', text: t('dossiers.keys.walk') },
    { keys: 'x', text: t('dossiers.keys.tick') },
    { keys: 'Enter', text: t('dossiers.keys.open') },
  ];
}

function Counts({ frame: { t }, counts, group }: ReadyPageProps) {
  const links = [
    ['all', paths.results],
    ['unfetched', paths.unfetched],
  ] as const;
  return (
    <ul class="counts" aria-label={t('dossiers.work.counts')}>
      {links.map(([one, href]) => (
        <li data-color={one === 'unfetched' && counts[one] > 0 ? 'warning' : undefined}>
          <a href={href} aria-current={one === group ? 'true' : undefined}>
            <b>{counts[one]}</b>
            {t(`dossiers.results.count.${one}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Order({ frame: { t }, group, order }: ReadyPageProps) {
  return (
    <form class="filters" method="get" action={paths.results}>
      {group === 'unfetched' ? <input type="hidden" name="nhom" value="cho-lau" /> : null}
      <SortField t={t} order={order} />
      <Button variant="secondary">{t('dossiers.sort.do')}</Button>
    </form>
  );
}

function Lines(props: ReadyPageProps) {
  const { frame, lines, now, mayTell } = props;
  const { t } = frame;
  const table = (
    <DataTable
      t={t}
      caption={t('dossiers.results.title')}
      columns={columnsOf(t, now, props.order.sortOf)}
      rows={lines}
      select={mayTell ? selectionOf<ReadyLine>() : undefined}
      walkable
    />
  );
  return (
    <>
      {mayTell ? <TellForm t={t} ids={props.ids()} table={table} /> : table}
      <Pagination
        t={t}
        shown={t('dossiers.list.shown', { n: lines.length })}
        firstHref={props.firstHref}
        nextHref={props.nextHref}
      />
    </>
  );
}

interface TellFormProps {
  readonly t: Words;
  readonly ids: BulkIds;
  readonly table: ComponentChildren;
}

/** One press for the ticked results: all were told in the same way, with the same outcome. */
function TellForm({ t, ids, table }: TellFormProps) {
  return (
    <form method="post" action={paths.told} data-once>
      <BulkFields ids={ids} />
      <div class="bulk">
        <SelectedLines t={t} />
        <TellingFields t={t} />
        <Button variant="secondary">{t('dossiers.results.told')}</Button>
        <Button variant="secondary" formAction={paths.returnMany}>
          {t('dossiers.return-many.start')}
        </Button>
      </div>
      {table}
    </form>
  );
}

function columnsOf(t: Words, now: Instant, sortOf: SortOf): Column<ReadyLine>[] {
  return [
    {
      head: t('dossiers.results.waiting'),
      class: 'when',
      cell: ({ endedAt }) =>
        endedAt ? (
          <>
            <span class="left">{t('dossiers.results.days', { n: daysWaited(endedAt, now) })}</span>{' '}
            <span class="subtle nowrap">
              {t('dossiers.work.since', { date: shortDate(dateOf(endedAt)) })}
            </span>
          </>
        ) : null,
    },
    {
      head: t('dossiers.list.number'),
      sort: sortOf('number'),
      class: 'nr',
      cell: (line) => <a href={paths.dossier(line.name)}>{shown(line)}</a>,
    },
    {
      head: t('dossiers.list.procedure'),
      sort: sortOf('procedure'),
      class: 'clip',
      cell: (line) => <span title={line.procedureName}>{line.procedureName}</span>,
    },
    {
      head: t('dossiers.list.applicant'),
      sort: sortOf('applicant'),
      class: 'who',
      cell: (line) => line.applicantName ?? t('dossiers.list.erased'),
    },
    {
      head: t('dossiers.results.told-head'),
      class: 'wrapok',
      labelled: true,
      cell: ({ told }) => toldText(t, told),
    },
  ];
}
