import { formatMoment } from '#kernel/civil-date.ts';
import type { StoredEntry } from '#modules/audit/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DossierEvent } from '../rules/event.ts';

interface ReadsTableProps {
  readonly t: Words;
  readonly events: readonly DossierEvent[];
  readonly reads: readonly StoredEntry[];
}

const reading = [
  'read',
  'act',
  'read-publicly',
  'find-known-person',
  'print-control-slip',
  'read-file',
  'read-paper',
  'unmask',
];

/** Who opened the dossier, and who tried; the log keeps accounts, names come from the history. */
export function ReadsTable({ t, events, reads }: ReadsTableProps) {
  const names = new Map(events.map(({ by }) => [by.accountId, by.name]));
  return (
    <DataTable
      t={t}
      caption={t('dossiers.log.caption')}
      captionShown
      columns={columnsOf(t, names)}
      rows={reads.filter((one) => reading.includes(verbOf(one)))}
    />
  );
}

const verbOf = ({ action }: StoredEntry) => action.replace(/^dossiers\//, '');

function columnsOf(t: Words, names: ReadonlyMap<string | null, string>): Column<StoredEntry>[] {
  return [
    { head: t('dossiers.log.when'), rowHeader: true, cell: (one) => formatMoment(one.legal_at) },
    {
      head: t('dossiers.log.who'),
      cell: ({ account_id: id }) =>
        id ? (names.get(id) ?? t('dossiers.log.account', { id: id.slice(-8) })) : t('dossiers.log.citizen'),
    },
    { head: t('dossiers.log.what'), class: 'wrapok', cell: (one) => t(`dossiers.log.${verbOf(one)}`) },
    { head: t('dossiers.log.result'), cell: ({ result }) => t(`dossiers.log.${result}`) },
  ];
}
