import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { BookLine } from '../actions/read-book.ts';
import { numberLabel, volumeLabel } from '../rules/books.ts';
import type { BookState } from '../store/books.ts';

interface BookField {
  readonly key: string;
  /** In letters, on a sheet. */
  readonly width: number;
  readonly of: (line: BookLine) => string | number;
}

/** The fields of a book as its page shows them, for a sheet. */
export function bookFields(t: Words): readonly BookField[] {
  return [
    { key: 'number', width: 8, of: (line) => numberLabel(line.number) },
    { key: 'volume-head', width: 8, of: (line) => volumeLabel(line.volume) },
    { key: 'day', width: 12, of: (line) => formatCivilDate(dateOf(line.enteredAt)) },
    { key: 'requester', width: 36, of: (line) => requesterOf(t, line) },
    { key: 'document', width: 48, of: (line) => documentOf(t, line) },
    { key: 'signer', width: 24, of: (line) => signerOf(t, line) },
    { key: 'copies', width: 8, of: (line) => line.copies },
    { key: 'fee', width: 12, of: (line) => line.fee },
    { key: 'note', width: 30, of: (line) => noteOf(t, line) },
  ];
}

/** On a sheet nothing is struck: the names before stand behind, with the day. */
function requesterOf(t: Words, { requesterName, representedBy, corrections }: BookLine): string {
  if (requesterName === null) return t('certification.book.erased');
  const before = corrections.map(({ was, at }) =>
    t('certification.book.was', { name: was, day: formatCivilDate(dateOf(at)) }),
  );
  const came = representedBy ? [t('certification.book.represented', { name: representedBy })] : [];
  return [requesterName, ...came, ...before].join(' ');
}

export function documentOf(t: Words, { documentName, parties }: BookLine): string {
  return [documentName ?? t('certification.book.erased'), parties].filter(Boolean).join(' · ');
}

/** Who signed; a dossier that ended without certification keeps its number: the book says so. */
export function signerOf(t: Words, { standing }: BookLine): string {
  if (standing?.decidedBy) return standing.decidedBy;
  const hasEnded = ['not-accepted', 'withdrawn', 'stopped'].includes(standing?.state ?? '');
  return t(`certification.state.${hasEnded ? 'ended' : 'open'}`);
}

export function noteOf(t: Words, { exemption, wantsElectronic }: BookLine): string {
  return [
    ...(exemption ? [t(`certification.exempt.${exemption}`)] : []),
    ...(wantsElectronic ? [t('certification.book.electronic')] : []),
  ].join('; ');
}

/** What the closing of a book states; null while it is open. */
export function closingText(t: Words, { closed }: BookState): string | null {
  if (!closed) return null;
  const { documents, copies, fees, at } = closed;
  const day = formatCivilDate(dateOf(at));
  return t('certification.book.closed', { day, documents, copies, fees: formatDong(dong(fees)) });
}
