import type { ComponentChildren } from 'preact';
import { capitalised } from '#kernel/vietnamese-text.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import type { Tone } from '#ui/components/state.tsx';
import { type Option, SelectField } from '#ui/fields/select-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Asked } from '../actions/list-asked.ts';
import { byUrgency } from '../rules/work-groups.ts';
import { type WorkCounts, type WorkGroup, workGroups } from '../store/lists.ts';
import { AskedTable } from './asked-table.tsx';
import type { BulkCommand } from './bulk-commands.ts';
import { BulkForm, selectionOf } from './bulk-form.tsx';
import { workColumns } from './dossier-columns.tsx';
import { paths } from './page-deps.ts';
import type { BulkIds } from './selected-lines.tsx';
import { type ListOrder, SortField } from './sort-field.tsx';
import { type StandInGroup, StandInTable } from './stand-in-table.tsx';
import type { WorkLine } from './work-view.ts';

interface WorkPageProps {
  readonly frame: DeskFrame;
  readonly ids: BulkIds;
  readonly commands: readonly BulkCommand[];
  /** What the modules above say. */
  readonly startLines: ComponentChildren;
  readonly asked: Asked;
  /** Results that nobody fetched for too long. */
  readonly unfetched: number;
  /** Training dossiers that wait for this person; they stand on a page of their own. */
  readonly training: number;
  /** Applicants to be told that the calendar has moved their date. */
  readonly moved: number;
  readonly instead: readonly StandInGroup[];
  readonly offices: string;
  readonly counts: WorkCounts;
  readonly group: WorkGroup;
  readonly procedureCode: string | null;
  readonly procedures: readonly Option[];
  readonly lines: readonly WorkLine[];
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
  readonly order: ListOrder;
}

export function WorkPage(props: WorkPageProps) {
  const { frame, counts, group, lines } = props;
  const { t } = frame;
  const [first] = lines;
  return (
    <DeskLayout frame={frame} title={t('dossiers.work.title')} keys={workKeys(t)}>
      <PageTitle
        title={t('dossiers.work.title')}
        note={props.offices}
        aside={
          first && !props.order.xep ? (
            <LinkButton href={paths.dossier(first.name)}>{t('dossiers.work.open-most-urgent')}</LinkButton>
          ) : undefined
        }
      />
      {props.startLines}
      <AskedTable t={t} what="opinions" command="answer-opinion" lines={props.asked.opinions} />
      <AskedTable t={t} what="outside" command="answer-opinion" lines={props.asked.outside} />
      <AskedTable t={t} what="silent" command="close-for-silence" lines={props.asked.silent} />
      <Unfetched t={t} n={props.unfetched} />
      {props.moved > 0 ? (
        <p>
          <a href={paths.moved}>{t('dossiers.moved.count', { n: props.moved })}</a>
        </p>
      ) : null}
      {props.training > 0 ? (
        <p>
          <a href={paths.training}>{t('dossiers.training.waiting-for-me', { n: props.training })}</a>
        </p>
      ) : null}
      <Counts t={t} counts={counts} group={group} />
      <Filters {...props} />
      {first ? <WorkTable {...props} /> : <NoWork t={t} filtered={isFiltered(props)} />}
      <p class="no-print">
        <a href={paths.absences}>{t('dossiers.work.absences')}</a>
      </p>
      {props.instead.map((one) => (
        <StandInTable t={t} group={one} />
      ))}
    </DeskLayout>
  );
}

function Unfetched({ t, n }: { readonly t: Words; readonly n: number }) {
  if (n === 0) return null;
  return (
    <p>
      <a href={paths.unfetched}>{t('dossiers.results.unfetched-count', { n })}</a>
    </p>
  );
}

function isFiltered({ group, procedureCode, firstHref }: WorkPageProps): boolean {
  return group !== 'all' || procedureCode !== null || firstHref !== undefined;
}

function workKeys(t: Words) {
  return [
    { keys: 'j k', text: t('dossiers.keys.walk') },
    { keys: 'x', text: t('dossiers.keys.tick') },
    { keys: 'Enter', text: t('dossiers.keys.open') },
  ];
}

const tones: Partial<Record<WorkGroup, Tone>> = { late: 'danger', today: 'warning' };

function Counts({ t, counts, group }: { t: Words; counts: WorkCounts; group: WorkGroup }) {
  return (
    <ul class="counts" aria-label={t('dossiers.work.counts')}>
      {workGroups.map((one) => (
        <li data-color={counts[one] > 0 ? tones[one] : undefined}>
          <a
            href={one === 'all' ? paths.work : `${paths.work}?nhom=${one}`}
            aria-current={one === group ? 'true' : undefined}
          >
            <b>{counts[one]}</b>
            {t(`dossiers.work.count.${one}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Filters({ frame: { t }, group, procedureCode, procedures, order }: WorkPageProps) {
  const filters = new URLSearchParams({
    nhom: group,
    ...(procedureCode ? { 'thu-tuc': procedureCode } : {}),
    ...(order.xep ? { xep: order.xep } : {}),
  });
  return (
    <form class="filters" method="get" action={paths.work}>
      <SelectField
        t={t}
        name="thu-tuc"
        label={t('dossiers.list.procedure')}
        options={procedures}
        value={procedureCode ?? undefined}
        emptyLabel={t('dossiers.list.all')}
      />
      <SelectField
        t={t}
        name="nhom"
        label={t('dossiers.work.group')}
        options={workGroups.map((value) => ({
          value,
          label: capitalised(t(`dossiers.work.count.${value}`)),
        }))}
        value={group}
      />
      <SortField t={t} order={order} />
      <Button variant="secondary">{t('dossiers.list.filter')}</Button>
      <LinkButton variant="tertiary" icon="download" href={`${paths.workSheet}?${filters}`}>
        {t('dossiers.list.sheet')}
      </LinkButton>
    </form>
  );
}

function WorkTable(props: WorkPageProps) {
  const { lines, counts, group, firstHref, nextHref, ids, commands } = props;
  const { t } = props.frame;
  const { sortOf, xep } = props.order;
  const groups = byUrgency(lines).map(([urgency, rows]) => ({
    title: t(`dossiers.work.urgency.${urgency}`),
    count: rows.length,
    rows,
  }));
  return (
    <>
      <BulkForm t={t} ids={ids} commands={commands}>
        <DataTable
          t={t}
          caption={t('dossiers.work.caption')}
          columns={workColumns(t, sortOf)}
          {...(xep ? { rows: lines } : { groups })}
          select={commands.length > 0 ? selectionOf<WorkLine>() : undefined}
          walkable
        />
      </BulkForm>
      <Pagination
        t={t}
        shown={t('dossiers.work.shown', { shown: lines.length, all: counts[group] })}
        firstHref={firstHref}
        nextHref={nextHref}
      />
    </>
  );
}

function NoWork({ t, filtered }: { t: Words; filtered: boolean }) {
  return filtered ? (
    <Empty title={t('dossiers.work.none-here')}>
      <p>
        <a href={paths.work}>{t('dossiers.work.see-all')}</a>
      </p>
    </Empty>
  ) : (
    <Empty title={t('dossiers.work.none')}>
      <p>{t('dossiers.work.none-note')}</p>
    </Empty>
  );
}
