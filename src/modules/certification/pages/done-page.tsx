import { dateOf, timeOf } from '#kernel/civil-date.ts';
import { dong, formatDong } from '#kernel/money.ts';
import { saidDate } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { type Fact, Facts } from '#ui/components/facts.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { longDate } from '#ui/dates.ts';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { CertifiedDossier } from '../actions/read-certified.ts';
import { bookLabel, numberLabel } from '../rules/books.ts';
import type { Entry } from '../store/entries.ts';
import { paths } from './paths.ts';
import { Ways } from './ways.tsx';

export interface DoneView {
  readonly frame: DeskFrame;
  readonly certified: CertifiedDossier;
  /** The press had been carried out before. */
  readonly repeated: boolean;
  /** Has a counter to certify at. */
  readonly certifies: boolean;
}

/** The numbers that a press gave, to be written on the copies; then the next person. */
export function DonePage({ view }: { readonly view: DoneView }) {
  const { frame, certified } = view;
  const { t } = frame;
  const { entries, dossier } = certified;
  const [first] = entries;
  const title = t('certification.done.title');
  return (
    <DeskLayout
      frame={frame}
      title={`${title} ${dossier.number ?? ''}`}
      crumbs={[{ href: paths.page, label: t('certification.title') }, { label: title }]}
      keys={[{ keys: 'n', text: t('certification.done.next') }]}
    >
      <PageTitle title={title} note={dossier.filing.procedure.name} />
      <Ways t={t} current={null} onlyBook={!view.certifies} />
      {view.repeated ? (
        <Notice tone="info" live>
          <p>{t('certification.done.repeated')}</p>
        </Notice>
      ) : null}
      <div class="intake">
        <div class="panel stack">
          {first ? (
            <p class="big book-number">{t('certification.done.book', { book: bookLabel(first) })}</p>
          ) : null}
          <DataTable
            t={t}
            caption={t('certification.done.caption')}
            columns={columnsOf(t)}
            rows={entries}
            class="list"
          />
        </div>
        <DoneSide view={view} />
      </div>
    </DeskLayout>
  );
}

function columnsOf(t: Words): Column<Entry>[] {
  return [
    {
      head: t('certification.book.number'),
      class: 'nr',
      labelled: true,
      cell: (entry) => <strong class="certification-number">{numberLabel(entry.number)}</strong>,
    },
    {
      head: t('certification.documents.name'),
      rowHeader: true,
      class: 'wrapok',
      cell: (entry) => entry.documentName ?? t('certification.book.erased'),
    },
    { head: t('certification.book.copies'), numeric: true, labelled: true, cell: (entry) => entry.copies },
    {
      head: t('certification.book.fee'),
      numeric: true,
      labelled: true,
      cell: (entry) => formatDong(dong(entry.fee)),
    },
  ];
}

function DoneSide({ view }: { readonly view: DoneView }) {
  const { frame, certified } = view;
  const { t } = frame;
  const { dossier } = certified;
  const number = dossier.number ?? dossier.reference;
  return (
    <aside class="side panel stack tight" aria-label={t('certification.done.what-now')}>
      <Facts facts={factsOf(view)} />
      {view.certifies ? <NextPerson frame={frame} number={number} /> : null}
      <ul class="plain small stack tight">
        <li>
          <a href={paths.words(number)}>{t('certification.done.words')}</a>
        </li>
        {dossier.filing.fee.amount ? (
          <li>
            <a href={paths.money(number)}>{t('certification.done.money')}</a>
          </li>
        ) : null}
        {dossier.receiptIds.slice(-1).map((receipt) => (
          <li>
            <a href={paths.paper(number, receipt)}>{t('certification.done.receipt')}</a>
          </li>
        ))}
        <li>
          <a href={paths.dossier(number)}>{t('certification.done.dossier')}</a>
        </li>
      </ul>
    </aside>
  );
}

function NextPerson({ frame, number }: { readonly frame: DeskFrame; readonly number: string }) {
  const { t } = frame;
  return (
    <>
      <LinkButton href={paths.page} shortcut="n" wide>
        {t('certification.done.next')}
      </LinkButton>
      <form method="post" action={paths.done(number)} data-once>
        <CsrfField token={frame.csrf} />
        <button type="submit" class="as-link">
          {t('certification.done.same-person')}
        </button>
      </form>
    </>
  );
}

function factsOf({ frame, certified }: DoneView): Fact[] {
  const { t } = frame;
  const { dossier, entries } = certified;
  const { fee } = dossier.filing;
  const due = saidDate(dossier.clock);
  const [first] = entries;
  const came = first?.representedBy;
  const name = [
    first?.requesterName ?? t('certification.book.erased'),
    ...(came ? [t('certification.book.represented', { name: came })] : []),
  ].join(' ');
  return [
    { label: t('certification.done.requester'), value: name },
    {
      label: t('certification.done.fee'),
      value: fee.amount > 0 ? formatDong(dong(fee.amount)) : t('certification.done.free'),
    },
    ...(fee.amount > 0
      ? [{ label: t('certification.fee.way'), value: t(`certification.fee.way-${fee.way}`) }]
      : []),
    ...(due
      ? [{ label: t('certification.done.due'), value: `${timeOf(due)}, ${longDate(t, dateOf(due))}` }]
      : []),
    { label: t('certification.done.number'), value: dossier.number ?? '' },
    ...(entries.some((entry) => entry.wantsElectronic)
      ? [{ label: t('certification.done.electronic'), value: t('certification.done.electronic-wish') }]
      : []),
  ];
}
