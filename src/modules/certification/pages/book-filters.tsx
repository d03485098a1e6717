import { Button } from '#ui/components/button.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { bookLabel } from '../rules/books.ts';
import type { BookState } from '../store/books.ts';
import type { BookView } from './book-view.ts';
import { paths } from './paths.ts';

export function codeOfBook({ kind, year, agencyId }: Pick<BookState, 'kind' | 'year' | 'agencyId'>): string {
  return `${kind}.${year}.${agencyId}`;
}

/** Which book and day stand in the address; a name is searched for by a form of its own. */
export function BookFilters({ view }: { readonly view: BookView }) {
  const { t } = view.frame;
  const { books, book } = view.read;
  return (
    <div class="row end book-filters no-print">
      <form class="filters" method="get" action={paths.book}>
        <SelectField
          t={t}
          name="so"
          label={t('certification.book.choose')}
          options={books.map((one) => ({ value: codeOfBook(one), label: labelOf(view, one) }))}
          value={book && codeOfBook(book)}
        />
        <DateField
          t={t}
          name="ngay"
          label={t('certification.book.of-day')}
          hint={t('certification.book.day-hint')}
          value={view.values.ngay}
          error={view.dayError}
        />
        <Button variant="secondary">{t('certification.book.filter')}</Button>
      </form>
      <form class="filters" method="post" action={paths.findInBook}>
        <CsrfField token={view.frame.csrf} />
        <input type="hidden" name="so" value={book ? codeOfBook(book) : ''} />
        <TextField
          t={t}
          name="ten"
          label={t('certification.book.find-name')}
          hint={t('certification.book.find-hint')}
          value={view.values.name}
          maxLength={200}
        />
        <Button variant="secondary">{t('certification.book.find')}</Button>
      </form>
    </div>
  );
}

function labelOf({ read, frame }: BookView, book: BookState): string {
  const agency = read.agencies.size > 1 ? `, ${read.agencies.get(book.agencyId) ?? ''}` : '';
  return `${bookLabel(book)} (${frame.t(`certification.book.kind-${book.kind}`)}${agency})`;
}
