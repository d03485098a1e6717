import { formatMoment } from '#kernel/civil-date.ts';
import { shortDossierNumber } from '#kernel/dossier-number.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { ReadLine } from '../actions/list-reads.ts';
import { paths } from './page-deps.ts';
import { postText, whoText, whyText } from './read-words.ts';

interface ReadsProps {
  readonly t: Words;
  readonly caption: string;
  readonly lines: readonly ReadLine[];
  /** Address of this list, to which the keyset is added. */
  readonly path: string;
  readonly after: string | null;
  readonly pageSize: number;
  /** Left out where all lines are about one dossier. */
  readonly withDossier?: boolean;
}

/** Lines of the log, newest first: who, when, in which post, from where, why. */
export function Reads({ t, caption, lines, path, after, pageSize, withDossier = false }: ReadsProps) {
  const last = lines.length === pageSize ? lines.at(-1) : undefined;
  if (lines.length === 0)
    return (
      <Empty title={t('protection.reads.none')}>
        <p>{t('protection.reads.none-note')}</p>
        {after ? <a href={path}>{t('ui.pages.first')}</a> : null}
      </Empty>
    );
  return (
    <>
      <DataTable t={t} caption={caption} columns={columnsOf(t, withDossier)} rows={lines} />
      <Pagination
        t={t}
        shown={t('protection.reads.shown', { n: lines.length })}
        firstHref={after ? path : undefined}
        nextHref={last && `${path}?sau=${last.position}`}
      />
    </>
  );
}

function columnsOf(t: Words, withDossier: boolean): Column<ReadLine>[] {
  return [
    {
      head: t('protection.reads.when'),
      rowHeader: true,
      cell: (line) => <span class="nowrap">{formatMoment(line.at)}</span>,
    },
    ...(withDossier ? [dossierColumn(t)] : []),
    { head: t('protection.reads.who'), cell: (line) => whoText(t, line) },
    {
      head: t('protection.reads.in-post'),
      class: 'wrapok',
      cell: (line) => (line.name === null ? '' : postText(t, line)),
    },
    {
      head: t('protection.reads.from'),
      labelled: true,
      cell: (line) => line.address ?? t('protection.reads.nowhere'),
    },
    { head: t('protection.reads.why'), class: 'wrapok', cell: (line) => whyText(t, line) },
    { head: t('protection.reads.result'), cell: (line) => <Result t={t} line={line} /> },
  ];
}

function dossierColumn(t: Words): Column<ReadLine> {
  return {
    head: t('protection.reads.dossier'),
    class: 'nr',
    cell: ({ dossier }) =>
      dossier === 'unknown' ? (
        t('protection.reads.unknown-dossier')
      ) : (
        <a href={paths.readsOfDossier(dossier)}>{shortOf(dossier)}</a>
      ),
  };
}

/** A reference has no shorter form. */
function shortOf(name: string): string {
  return name.includes('.') ? shortDossierNumber(name) : name;
}

function Result({ t, line }: { readonly t: Words; readonly line: ReadLine }) {
  return line.result === 'refused' ? (
    <State icon="refuse" tone="danger">
      {t('protection.reads.refused')}
    </State>
  ) : (
    <State icon="eye">{t('protection.reads.allowed')}</State>
  );
}
