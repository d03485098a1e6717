import type { CivilDate } from '#kernel/civil-date.ts';
import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { type Totals, totalsOf } from '../rules/day.ts';
import type { CashList } from '../store/lists.ts';
import type { Payment } from '../store/payments.ts';
import { More, type PartOfAll, Unpaid } from './lists-parts.tsx';
import { listLook, money } from './money-text.ts';
import { type ListsParts, paths } from './paths.ts';

/** A list with what it holds. */
export interface ListLine extends CashList {
  readonly totals: Totals;
}

export interface ListsView {
  readonly frame: DeskFrame;
  readonly today: CivilDate;
  /** Not settled yet: open days of the past first. */
  readonly unsettled: readonly ListLine[];
  readonly unpaid: PartOfAll<Payment>;
  readonly settled: PartOfAll<ListLine>;
  /** Where the two begin on this page. */
  readonly from: ListsParts;
  /** Takes money herself. */
  readonly takes: boolean;
  /** Receives what the clerks took. */
  readonly receives: boolean;
}

/** Where the money of a one-stop stands: days to settle, what people still owe, what was settled. */
export function ListsPage({ view }: { readonly view: ListsView }) {
  const { frame, today, unsettled } = view;
  const { t } = frame;
  const title = t('cash.lists.title');
  const late = unsettled.filter((list) => list.state === 'open' && list.day < today).length;
  return (
    <DeskLayout
      frame={frame}
      title={title}
      keys={[
        { keys: 'j k', text: t('cash.keys.walk') },
        { keys: 'Enter', text: t('cash.keys.open') },
      ]}
    >
      <PageTitle title={title} note={t(view.receives ? 'cash.lists.note-head' : 'cash.lists.note')} />
      <div class="stack">
        {view.takes || view.receives ? (
          <p class="no-print">
            <a href={paths.quarter}>{t('cash.quarter.link')}</a>
          </p>
        ) : null}
        {late > 0 ? (
          <Notice tone="warning" title={t('cash.lists.late', { n: late })}>
            <p>{t(view.receives ? 'cash.lists.late-now-head' : 'cash.lists.late-now')}</p>
          </Notice>
        ) : null}
        <section class="stack" aria-labelledby="chua-xong">
          <h2 id="chua-xong">{t('cash.lists.unsettled')}</h2>
          {unsettled.length > 0 ? (
            <Lines t={t} today={today} lines={unsettled} caption={t('cash.lists.unsettled')} />
          ) : (
            <Empty title={t('cash.lists.none')}>
              {t(view.takes ? 'cash.lists.none-now' : 'cash.lists.none-now-head')}
            </Empty>
          )}
        </section>
        <Unpaid t={t} unpaid={view.unpaid} from={view.from} />
        {view.settled.all > 0 ? (
          <section class="stack" aria-labelledby="da-xong">
            <h2 id="da-xong">{t('cash.lists.settled')}</h2>
            <Lines t={t} today={today} lines={view.settled.lines} caption={t('cash.lists.settled')} />
            <More t={t} part={view.settled} from={view.from} which="settled" />
          </section>
        ) : null}
      </div>
    </DeskLayout>
  );
}

interface LinesProps {
  readonly t: Words;
  readonly today: CivilDate;
  readonly lines: readonly ListLine[];
  readonly caption: string;
}

function Lines({ t, today, lines, caption }: LinesProps) {
  return (
    <DataTable
      t={t}
      caption={caption}
      rows={lines}
      walkable
      columns={[
        {
          head: t('cash.lists.day'),
          rowHeader: true,
          class: 'nr',
          cell: (list: ListLine) => <a href={paths.list(list.id)}>{dayText(t, list)}</a>,
        },
        { head: t('cash.lists.clerk'), class: 'wrapok', cell: (list) => list.clerkName },
        { head: t('cash.lists.state'), cell: (list) => <ListState t={t} list={list} today={today} /> },
        {
          head: t('cash.method.cash'),
          numeric: true,
          labelled: true,
          cell: ({ totals }) => money(totals.cash),
        },
        {
          head: t('cash.method.transfer'),
          numeric: true,
          labelled: true,
          cell: ({ totals }) => money(totals.transfer),
        },
      ]}
    />
  );
}

export function ListState({
  t,
  list,
  today,
}: {
  readonly t: Words;
  readonly list: CashList;
  readonly today: CivilDate;
}) {
  const { icon, tone, key } = listLook(list, today);
  return (
    <State icon={icon} tone={tone}>
      {t(`cash.list-state.${key}`)}
    </State>
  );
}

/** `25/07/2022`, `25/07/2022, bổ sung 1`. */
export function dayText(t: Words, { day, number }: Pick<CashList, 'day' | 'number'>): string {
  const date = formatCivilDate(day);
  return number === 1 ? date : t('cash.lists.supplementary', { date, n: number - 1 });
}

export function withTotals(
  lists: readonly CashList[],
  flows: ReadonlyMap<string, Parameters<typeof totalsOf>[0]>,
): ListLine[] {
  return lists.map((list) => ({ ...list, totals: totalsOf(flows.get(list.id) ?? []) }));
}
