import { dateOf, timeOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Column } from '#ui/components/table-column.tsx';
import { shortDate } from '#ui/dates.ts';
import type { TodayLine } from '../actions/list-today.ts';
import { bookLabel, numberLabel } from '../rules/books.ts';
import { paths } from './paths.ts';

/** What waits for the signature: when it is due stands last. */
export function toSignColumns(t: Words): Column<TodayLine>[] {
  return [
    ...lineColumns(t),
    {
      head: t('certification.today.due'),
      class: 'when',
      labelled: true,
      cell: ({ dossier }) => (dossier.dueAt ? moment(dossier.dueAt) : ''),
    },
  ];
}

/** What the person can have: a link to the hand-over. */
export function readyColumns(t: Words): Column<TodayLine>[] {
  return [
    ...lineColumns(t),
    {
      head: t('certification.today.what-now'),
      cell: ({ dossier }) => (
        <a href={paths.handOver(dossier.name)}>
          {t('certification.today.return')}
          <span class="ds-sr-only"> {dossier.name}</span>
        </a>
      ),
    },
  ];
}

function lineColumns(t: Words): Column<TodayLine>[] {
  return [
    {
      head: t('certification.book.number'),
      class: 'nr',
      cell: ({ dossier, entries }) => (
        <a href={entries.length > 0 ? paths.done(dossier.name) : paths.dossier(dossier.name)}>
          {entries.length > 0
            ? entries.map((entry) => numberLabel(entry.number)).join(', ')
            : t('certification.today.no-number')}
        </a>
      ),
    },
    {
      head: t('certification.book.title'),
      cell: ({ entries }) => (entries[0] ? bookLabel(entries[0]) : ''),
    },
    {
      head: t('certification.book.requester'),
      class: 'who',
      cell: ({ dossier }) => dossier.applicantName ?? t('certification.book.erased'),
    },
    {
      head: t('certification.book.document'),
      class: 'wrapok',
      cell: ({ dossier, entries }) =>
        entries.map((entry) => entry.documentName).join('; ') || dossier.procedureName,
    },
  ];
}

function moment(at: Instant): string {
  return `${timeOf(at)} ${shortDate(dateOf(at))}`;
}
