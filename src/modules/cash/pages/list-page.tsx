import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { Facts } from '#ui/components/facts.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { totalsOf } from '../rules/day.ts';
import { CloseForm } from './close-form.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import type { ListView } from './list-view.ts';
import { dayText, ListState } from './lists-page.tsx';
import { flowMoney, money } from './money-text.ts';
import { MovementTable } from './movement-table.tsx';
import { paths } from './paths.ts';
import { Settlement } from './settlement.tsx';

/** What one clerk took on one day: to count, to hand over, to print and sign. */
export function ListPage({ view }: { readonly view: ListView }) {
  const { frame, list } = view;
  const { t } = frame;
  const day = dayText(t, list);
  const title = t('cash.list.title', { day });
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ ...toLists(view), label: t('cash.lists.title') }, { label: day }]}
    >
      <ErrorSummary t={t} errors={view.errors} />
      {view.done ? (
        <div class="no-print">
          <Notice tone="success" live>
            <p>{t(`cash.done.${view.done}`)}</p>
          </Notice>
        </div>
      ) : null}
      <PageTitle
        title={title}
        tag={<ListState t={t} list={list} today={view.today} />}
        note={`${list.clerkName}, ${list.clerkTitle}, ${list.officeName}`}
        aside={<PrintButton>{t('cash.list.print')}</PrintButton>}
      />
      <div class="stack">
        {view.movements.length === 0 ? (
          <Empty title={t('cash.list.empty')}>{t('cash.list.empty-now')}</Empty>
        ) : (
          <MovementTable t={t} movements={view.movements} notes={view.notes} ofDay linked={view.worksHere} />
        )}
        <Sums view={view} />
        {list.closing ? <Settlement view={view} /> : null}
        {view.mayClose ? <CloseForm view={view} /> : null}
        {view.mayConfirm ? <ConfirmForm view={view} /> : null}
        <Signatures view={view} />
      </div>
    </DeskLayout>
  );
}

/** Who works with no money any more has lists to open as long as one is not settled. */
function toLists({ worksHere, list }: ListView) {
  return worksHere || list.state !== 'confirmed' ? { href: paths.lists } : {};
}

function Sums({ view }: { readonly view: ListView }) {
  const { t } = view.frame;
  const totals = totalsOf(view.movements);
  const taken = view.movements.filter((one) => one.kind === 'taken').length;
  const out = view.movements.filter((one) => one.kind !== 'taken');
  return (
    <section class="stack" aria-labelledby="cong">
      <h2 id="cong">{t('cash.list.sums')}</h2>
      <Facts
        facts={[
          { label: t('cash.list.receipts'), value: t('cash.list.receipts-count', { n: taken }) },
          ...(out.length > 0
            ? [{ label: t('cash.list.out'), value: out.map((one) => flowMoney(one)).join(', ') }]
            : []),
          { label: t('cash.method.cash'), value: <strong>{money(totals.cash)}</strong> },
          { label: t('cash.method.transfer'), value: <strong>{money(totals.transfer)}</strong> },
        ]}
      />
    </section>
  );
}

/** Only on paper: both sides sign. */
function Signatures({ view }: { readonly view: ListView }) {
  const { t } = view.frame;
  const { list } = view;
  return (
    <div class="print-signatures">
      <p>
        <strong>{t('cash.list.hands-over')}</strong>
        <span>{list.clerkName}</span>
      </p>
      <p>
        <strong>{t('cash.list.receives')}</strong>
        <span>{list.confirmation?.name ?? ''}</span>
      </p>
    </div>
  );
}
