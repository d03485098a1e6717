import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import type { StandInWork } from '../actions/list-my-work.ts';
import { workColumns } from './dossier-columns.tsx';
import type { WorkLine } from './work-view.ts';

export interface StandInGroup extends Omit<StandInWork, 'lines'> {
  readonly lines: readonly WorkLine[];
}

/** The work of somebody who is away, apart from one's own: whose, until when, by which decision. */
export function StandInTable({ t, group }: { readonly t: Words; readonly group: StandInGroup }) {
  const { insteadOf, officeName, all, late, lines } = group;
  const { name, until, decisionNumber, decisionDate } = insteadOf;
  const title = t('dossiers.instead.group', { name });
  return (
    <section class="stack">
      <h2>{title}</h2>
      <p class="subtle">
        {t('dossiers.instead.until', {
          office: officeName,
          until: until ? formatCivilDate(until) : t('dossiers.list.none'),
          all,
          late,
        })}
        {decisionNumber && decisionDate
          ? ` ${t('dossiers.instead.decision', { number: decisionNumber, date: formatCivilDate(decisionDate) })}`
          : null}
      </p>
      {lines.length > 0 ? (
        <DataTable t={t} caption={title} columns={workColumns(t)} rows={lines} walkable />
      ) : (
        <p>{t('dossiers.instead.none')}</p>
      )}
      {all > lines.length ? (
        <p class="small subtle">{t('dossiers.work.shown', { shown: lines.length, all })}</p>
      ) : null}
    </section>
  );
}
