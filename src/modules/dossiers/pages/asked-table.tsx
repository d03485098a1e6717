import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import type { AskedLine } from '../store/asked.ts';
import { paths } from './page-deps.ts';
import type { PageCommand } from './slugs.ts';
import { slugs } from './slugs.ts';

interface AskedTableProps {
  readonly t: Words;
  readonly what: 'opinions' | 'outside' | 'silent';
  readonly command: PageCommand;
  readonly lines: readonly AskedLine[];
}

/** What waits beside one's own work; nothing is shown where nothing waits. */
export function AskedTable({ t, what, command, lines }: AskedTableProps) {
  if (lines.length === 0) return null;
  return (
    <DataTable
      t={t}
      caption={t(`dossiers.asked.${what}`, { n: lines.length })}
      captionShown
      rows={lines}
      columns={[
        {
          head: t('dossiers.asked.until'),
          class: 'when',
          cell: ({ until }) => t(`dossiers.asked.${what}-until`, { date: formatCivilDate(until) }),
        },
        {
          head: t('dossiers.list.number'),
          rowHeader: true,
          class: 'nr',
          cell: ({ name }) => <a href={paths.dossier(name)}>{name}</a>,
        },
        { head: t('dossiers.list.procedure'), class: 'clip', cell: (line) => line.procedureName },
        {
          head: t('dossiers.list.applicant'),
          class: 'who',
          cell: ({ applicantName }) => applicantName ?? t('dossiers.list.erased'),
        },
        {
          head: t('dossiers.list.to-do'),
          cell: ({ name }) => (
            <a href={paths.at(name, slugs[command])}>
              {what === 'outside' ? t('dossiers.asked.outside-act') : t(`dossiers.command.${command}`)}
            </a>
          ),
        },
      ]}
    />
  );
}
