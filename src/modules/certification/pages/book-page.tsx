import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { shortDate } from '#ui/dates.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { BookLine } from '../actions/read-book.ts';
import { bookLabel, numberLabel } from '../rules/books.ts';
import { BookFilters } from './book-filters.tsx';
import type { BookView } from './book-view.ts';
import { paths } from './paths.ts';
import { Ways } from './ways.tsx';

/** A certification book of a year, the latest number first. */
export function BookPage({ view }: { readonly view: BookView }) {
  const { frame, read } = view;
  const { t } = frame;
  const { book } = read;
  const name = t('certification.book.title');
  const title = book ? `${name} ${bookLabel(book)}` : name;
  return (
    <DeskLayout
      frame={frame}
      title={title}
      keys={[
        { keys: 'j k', text: t('certification.keys.walk') },
        { keys: 'Enter', text: t('certification.keys.open') },
      ]}
    >
      <PageTitle title={title} note={book && t(`certification.book.kind-${book.kind}`)} />
      <Ways t={t} current="book" onlyBook={!view.certifies} />
      {book ? <BookFilters view={view} /> : null}
      <Closed view={view} />
      <Lines view={view} title={title} />
    </DeskLayout>
  );
}

function Closed({ view: { frame, read } }: { readonly view: BookView }) {
  const { t } = frame;
  const closed = read.book?.closed;
  if (!closed) return null;
  const { documents, copies, fees, at } = closed;
  const day = formatCivilDate(dateOf(at));
  return (
    <Notice tone="info">
      <p>{t('certification.book.closed', { day, documents, copies, fees: formatDong(dong(fees)) })}</p>
    </Notice>
  );
}

function Lines({ view, title }: { readonly view: BookView; readonly title: string }) {
  const { frame, read, firstHref, nextHref } = view;
  const { t } = frame;
  const { lines } = read;
  if (lines.length > 0)
    return (
      <>
        <DataTable t={t} caption={title} columns={columnsOf(t)} rows={lines} walkable />
        <Pagination
          t={t}
          shown={t('certification.book.shown', { n: lines.length })}
          firstHref={firstHref}
          nextHref={nextHref}
        />
      </>
    );
  const why = read.nameTooShort ? 'too-short' : read.book ? 'none' : 'no-book';
  return (
    <Empty title={t(`certification.book.${why}`)}>
      <p>{t(`certification.book.${why}-now`)}</p>
    </Empty>
  );
}

function columnsOf(t: Words): Column<BookLine>[] {
  const erased = t('certification.book.erased');
  return [
    {
      head: t('certification.book.number'),
      class: 'nr',
      cell: (line) => <a href={paths.done(line.dossierNumber)}>{numberLabel(line.number)}</a>,
    },
    {
      head: t('certification.book.day'),
      class: 'when',
      cell: (line) => shortDate(dateOf(line.enteredAt)),
    },
    {
      head: t('certification.book.requester'),
      class: 'who',
      cell: (line) => <Requester t={t} line={line} />,
    },
    {
      head: t('certification.book.document'),
      class: 'wrapok',
      cell: (line) => [line.documentName ?? erased, line.parties].filter(Boolean).join(' · '),
    },
    {
      head: t('certification.book.signer'),
      cell: (line) => line.standing?.decidedBy ?? <span class="subtle">{stateOf(t, line)}</span>,
    },
    { head: t('certification.book.copies'), numeric: true, labelled: true, cell: (line) => line.copies },
    {
      head: t('certification.book.fee'),
      numeric: true,
      labelled: true,
      cell: (line) => formatDong(dong(line.fee)),
    },
    { head: t('certification.book.note'), class: 'wrapok subtle', cell: (line) => noteOf(t, line) },
  ];
}

/** A name that was put right stays readable, struck, with the day of the correction. */
function Requester({ t, line }: { readonly t: Words; readonly line: BookLine }) {
  const { requesterName, representedBy, corrections } = line;
  if (requesterName === null) return <>{t('certification.book.erased')}</>;
  return (
    <>
      {corrections.map(({ was }) => (
        <>
          <s>{was}</s>{' '}
        </>
      ))}
      {requesterName}
      {corrections.slice(-1).map(({ at }) => (
        <span class="subtle"> {t('certification.book.corrected', { day: formatCivilDate(dateOf(at)) })}</span>
      ))}
      {representedBy ? (
        <span class="subtle"> {t('certification.book.represented', { name: representedBy })}</span>
      ) : null}
    </>
  );
}

/** A dossier that ended without certification keeps its number: the book says so. */
function stateOf(t: Words, { standing }: BookLine): string {
  switch (standing?.state) {
    case 'not-accepted':
    case 'withdrawn':
    case 'stopped':
      return t('certification.state.ended');
    default:
      return t('certification.state.open');
  }
}

function noteOf(t: Words, { exemption, wantsElectronic }: BookLine): string {
  return [
    ...(exemption ? [t(`certification.exempt.${exemption}`)] : []),
    ...(wantsElectronic ? [t('certification.book.electronic')] : []),
  ].join('; ');
}
