import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { bookLabel, numberLabel, volumeLabel } from '../rules/books.ts';
import { columnsOf } from './book-columns.tsx';
import { closingText } from './book-fields.ts';
import { BookFilters, codeOfBook } from './book-filters.tsx';
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
      <PageTitle
        title={title}
        note={book && t(`certification.book.kind-${book.kind}`)}
        aside={
          view.whole ? <PrintButton>{t('certification.book.print')}</PrintButton> : <Takes view={view} />
        }
      />
      <ErrorSummary t={t} errors={view.errors} />
      <Ways t={t} current="book" onlyBook={!view.certifies} signs={view.signs} />
      {book ? <BookFilters view={view} /> : null}
      <Volumes view={view} />
      <Lines view={view} title={title} />
      <Closed view={view} />
    </DeskLayout>
  );
}

/** The book as a sheet, and whole to be printed. */
function Takes({ view }: { readonly view: BookView }) {
  const { t } = view.frame;
  if (view.read.lines.length === 0) return null;
  return (
    <span class="row no-print">
      <a href={view.sheetHref}>{t('certification.book.sheet')}</a>
      <a href={view.wholeHref}>{t('certification.book.whole')}</a>
    </span>
  );
}

/** Volumes after the first, and the press that opens the next when the paper book is full. */
function Volumes({ view }: { readonly view: BookView }) {
  const { t, csrf } = view.frame;
  const { book, volumes } = view.read;
  if (!book) return null;
  return (
    <div class="stack tight">
      {volumes.map(({ volume, afterNumber, openedAt }) => (
        <p class="small">
          {t('certification.book.volume', {
            volume: volumeLabel(volume),
            number: numberLabel(afterNumber + 1),
            day: formatCivilDate(dateOf(openedAt)),
          })}
        </p>
      ))}
      {view.mayOpenVolume ? (
        <form class="no-print" method="post" action={paths.volume} data-once>
          <CsrfField token={csrf} />
          <input type="hidden" name="so" value={codeOfBook(book)} />
          <input type="hidden" name="volume" value={String(book.volume)} />
          <button type="submit" class="as-link">
            {t('certification.book.open-volume', { volume: volumeLabel(book.volume + 1) })}
          </button>
        </form>
      ) : null}
    </div>
  );
}

function Closed({ view: { frame, read } }: { readonly view: BookView }) {
  const text = read.book && closingText(frame.t, read.book);
  if (!text) return null;
  return (
    <Notice tone="info">
      <p>{text}</p>
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
