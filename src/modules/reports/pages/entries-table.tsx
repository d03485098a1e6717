import { formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { lastEntries } from '../rules/index-entry.ts';
import type { KeptEntry } from '../store/index-entries.ts';

interface EntriesTableProps {
  readonly t: Words;
  readonly title: string;
  /** The latest first. */
  readonly entries: readonly KeptEntry[];
  /** Of agencies and people, by `AGENCY` or `AGENCY/ACCOUNT`. */
  readonly names: ReadonlyMap<string, string>;
}

/** All that was typed; what was typed again stays and is said to be replaced. */
export function EntriesTable({ t, title, entries, names }: EntriesTableProps) {
  if (entries.length === 0)
    return (
      <Empty title={t('reports.typing.none')}>
        <p>{t('reports.typing.none-note')}</p>
      </Empty>
    );
  const inForce = new Set(lastEntries(entries).map(({ id }) => id));
  const keyOf = ({ agencyId, accountId }: KeptEntry) => (accountId ? `${agencyId}/${accountId}` : agencyId);
  return (
    <DataTable
      t={t}
      caption={title}
      rows={entries}
      columns={[
        {
          head: t('reports.typing.quarter'),
          rowHeader: true,
          class: 'wrapok',
          cell: (entry) =>
            t(inForce.has(entry.id) ? 'reports.typing.quarter-name' : 'reports.typing.replaced', {
              quarter: entry.quarter,
              year: entry.year,
            }),
        },
        {
          head: t('reports.typing.about'),
          class: 'wrapok',
          labelled: true,
          cell: (entry) => names.get(keyOf(entry)) ?? t('reports.line.nobody'),
        },
        { head: t('reports.typing.counts'), labelled: true, cell: (entry) => countsText(t, entry) },
        {
          head: t('reports.typing.evidence'),
          class: 'wrapok',
          labelled: true,
          cell: ({ evidence }) => evidence,
        },
        {
          head: t('reports.typing.by'),
          class: 'wrapok',
          labelled: true,
          cell: ({ typedByName, typedAt }) => `${typedByName}, ${formatMoment(typedAt)}`,
        },
      ]}
    />
  );
}

function countsText(t: Words, { index, counts }: KeptEntry): string {
  const [first = 0, second = 0, third = 0] = counts;
  return t(`reports.typing.counts-text.${index}`, { first, second, third });
}
