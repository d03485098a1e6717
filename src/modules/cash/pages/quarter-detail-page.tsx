import { shortDossierNumber } from '#kernel/dossier-number.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { MovementOfList } from '../store/movements.ts';
import type { Payment } from '../store/payments.ts';
import { money } from './money-text.ts';
import { MovementTable } from './movement-table.tsx';
import { paths, type QuarterAddress } from './paths.ts';
import type { DetailKind } from './quarter-lines.ts';
import type { Part } from './quarter-list.ts';

export interface QuarterDetailView {
  readonly frame: DeskFrame;
  readonly address: QuarterAddress;
  readonly kind: DetailKind;
  readonly code: string | undefined;
  /** Which one-stop, where there are several to choose from. */
  readonly officeName: string | undefined;
  readonly all: number;
  /** Where this page began; undefined: at the beginning. */
  readonly after: string | undefined;
  readonly exempted: Part<Payment> | null;
  readonly movements: Part<MovementOfList> | null;
}

/** Some lines of the list behind a number of a quarter, how many there are, and the sheet with all of them. */
export function QuarterDetailPage({ view }: { readonly view: QuarterDetailView }) {
  const { frame, address, kind, code, officeName, all, after } = view;
  const { t } = frame;
  const title = t(`cash.quarter.detail-${kind}`);
  const quarter = t('cash.quarter.title', { nth: address.quarter.nth, year: address.quarter.year });
  const list = { kind, code };
  const part = view.exempted ?? view.movements;
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[
        { href: paths.lists, label: t('cash.lists.title') },
        { href: paths.quarterOf(address), label: quarter },
        { label: title },
      ]}
    >
      <PageTitle
        title={title}
        note={[quarter, code, officeName].filter(Boolean).join(', ')}
        aside={<a href={paths.quarterDetailSheet(address, list)}>{t('cash.quarter.sheet')}</a>}
      />
      {part?.lines.length ? <Lines t={t} view={view} /> : <Empty title={t('cash.quarter.nothing')} />}
      <Pagination
        t={t}
        shown={t('cash.quarter.shown', { n: part?.lines.length ?? 0, all })}
        firstHref={after ? paths.quarterDetail(address, list) : undefined}
        nextHref={part?.next ? paths.quarterDetail(address, { ...list, after: part.next }) : undefined}
      />
    </DeskLayout>
  );
}

function Lines({ t, view }: { readonly t: Words; readonly view: QuarterDetailView }) {
  if (view.movements)
    return <MovementTable t={t} movements={view.movements.lines} notes={new Map()} across />;
  return (
    <DataTable
      t={t}
      caption={t('cash.quarter.detail-exempted')}
      rows={view.exempted?.lines ?? []}
      columns={[
        {
          head: t('cash.movement.dossier'),
          rowHeader: true,
          class: 'wrapok',
          cell: (one: Payment) => (
            <>
              <a href={paths.payment(one.dossierNumber)}>{shortDossierNumber(one.dossierNumber)}</a>{' '}
              <span class="subtle">{one.procedureName}</span>
            </>
          ),
        },
        {
          head: t('cash.payment.exempted'),
          numeric: true,
          labelled: true,
          cell: ({ exempted }) => money(exempted),
        },
      ]}
    />
  );
}
