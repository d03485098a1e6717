import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Column } from '#ui/components/table-column.tsx';
import { shortDate } from '#ui/dates.ts';
import type { BookLine } from '../actions/read-book.ts';
import { numberLabel, volumeLabel } from '../rules/books.ts';
import { documentOf, noteOf, signerOf } from './book-fields.ts';
import { paths } from './paths.ts';

export function columnsOf(t: Words): Column<BookLine>[] {
  return [
    {
      head: t('certification.book.number'),
      class: 'nr',
      cell: (line) => (
        <>
          <a href={paths.done(line.dossierNumber)}>{numberLabel(line.number)}</a>
          {line.volume > 1 ? (
            <span class="subtle">
              {' '}
              {t('certification.book.in-volume', { volume: volumeLabel(line.volume) })}
            </span>
          ) : null}
        </>
      ),
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
      cell: (line) => documentOf(t, line),
    },
    {
      head: t('certification.book.signer'),
      cell: (line) => line.standing?.decidedBy ?? <span class="subtle">{signerOf(t, line)}</span>,
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
