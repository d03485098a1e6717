import { dateOf, formatCivilDate, timeOf } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { ConfirmedItem } from '../actions/list-confirmed.ts';
import { type UncheckedItem, type UncheckedKind, uncheckedKinds } from '../rules/unchecked.ts';
import { paths } from './paths.ts';

export type Shown = UncheckedKind | 'all' | 'confirmed';

interface UncheckedPageProps {
  readonly frame: DeskFrame;
  readonly shown: Shown;
  readonly counts: Readonly<Record<UncheckedKind, number>>;
  readonly items: readonly UncheckedItem[];
  readonly confirmed: readonly ConfirmedItem[];
}

/** Loaded and not checked: one list with filters, and who confirmed what. */
export function UncheckedPage(props: UncheckedPageProps) {
  const { frame, shown, items, confirmed } = props;
  const { t } = frame;
  const title = t('administration.unchecked.title');
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.start, label: t('administration.start.title') }, { label: title }]}
    >
      <PageTitle title={title} note={t('administration.unchecked.note')} />
      <Filters {...props} />
      {shown === 'confirmed' ? (
        <Confirmed t={t} confirmed={confirmed} />
      ) : items.length === 0 ? (
        <Empty title={t('administration.unchecked.none')}>{t('administration.unchecked.none-note')}</Empty>
      ) : (
        <DataTable t={t} caption={title} columns={columnsOf(t)} rows={items} />
      )}
    </DeskLayout>
  );
}

function Filters({ frame: { t }, shown, counts, confirmed }: UncheckedPageProps) {
  const all = uncheckedKinds.reduce((sum, kind) => sum + counts[kind], 0);
  const entries: readonly (readonly [Shown, number])[] = [
    ['all', all],
    ...uncheckedKinds.map((kind) => [kind, counts[kind]] as const),
    ['confirmed', confirmed.length],
  ];
  return (
    <ul class="counts" aria-label={t('administration.unchecked.counts')}>
      {entries.map(([one, count]) => (
        <li>
          <a
            href={one === 'all' ? paths.unchecked : `${paths.unchecked}?loai=${one}`}
            aria-current={one === shown ? 'true' : undefined}
          >
            <b>{count}</b>
            {t(`administration.unchecked.filter.${one}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function columnsOf(t: Words): Column<UncheckedItem>[] {
  return [
    {
      head: t('administration.unchecked.what'),
      rowHeader: true,
      class: 'wrapok',
      cell: (item) => titleInWords(t, item),
    },
    { head: t('administration.unchecked.kind'), cell: ({ kind }) => t(`administration.kind.${kind}`) },
    {
      head: t('administration.unchecked.detail'),
      class: 'wrapok',
      cell: (item) => detailInWords(t, item),
    },
    {
      head: t('administration.unchecked.act'),
      cell: ({ kind, key, href, title }) => (
        <a href={href ?? paths.confirm(kind, key)}>
          {t('administration.unchecked.confirm')}
          <span class="ds-sr-only"> {title}</span>
        </a>
      ),
    },
  ];
}

function Confirmed({ t, confirmed }: { readonly t: Words; readonly confirmed: readonly ConfirmedItem[] }) {
  if (confirmed.length === 0) {
    return (
      <Empty title={t('administration.unchecked.none-confirmed')}>
        {t('administration.unchecked.none-confirmed-note')}
      </Empty>
    );
  }
  const columns: Column<ConfirmedItem>[] = [
    {
      head: t('administration.unchecked.what'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ title }) => title,
    },
    { head: t('administration.unchecked.kind'), cell: ({ kind }) => t(`administration.kind.${kind}`) },
    { head: t('administration.unchecked.source'), class: 'wrapok', cell: ({ source }) => source },
    { head: t('administration.unchecked.by'), cell: ({ by }) => by },
    {
      head: t('administration.unchecked.at'),
      cell: ({ at }) => `${timeOf(at)} ${formatCivilDate(dateOf(at))}`,
    },
  ];
  return (
    <DataTable
      t={t}
      caption={t('administration.unchecked.filter.confirmed')}
      columns={columns}
      rows={confirmed}
    />
  );
}

export function titleInWords(t: Words, { title }: Pick<UncheckedItem, 'title'>): string {
  return title.startsWith('purpose:') ? t(`documents.purpose.${title.slice(8)}`) : title;
}

export function detailInWords(t: Words, { detail }: Pick<UncheckedItem, 'detail'>): string {
  return detail.startsWith('code:') ? t(`administration.unchecked.why.${detail.slice(5)}`) : detail;
}
