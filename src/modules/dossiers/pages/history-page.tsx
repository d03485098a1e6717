import type { StoredEntry } from '#modules/audit/index.ts';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { Timeline } from '#ui/components/timeline.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { ReadDossier } from '../actions/read-dossier.ts';
import { nameOf } from '../rules/dossier.ts';
import { crumbsOf } from './crumbs.ts';
import { titleOf } from './dossier-view.ts';
import { historyItems } from './history-items.tsx';
import { ReadsTable } from './reads-table.tsx';

interface HistoryPageProps {
  readonly frame: DeskFrame;
  readonly read: ReadDossier;
  /** What the log knows: who opened it, and when. */
  readonly reads: readonly StoredEntry[];
}

/** Everything that happened, newest first. */
export function HistoryPage({ frame, read, reads }: HistoryPageProps) {
  const { t } = frame;
  const { dossier, events } = read;
  const name = nameOf(dossier);
  const crumbs = crumbsOf(t, dossier, t('dossiers.history.heading'));
  const title = t('dossiers.history.title', { number: name });
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbs}>
      <PageTitle
        title={title}
        note={titleOf(t, dossier)}
        aside={<PrintButton>{t('dossiers.history.print')}</PrintButton>}
      />
      <Timeline items={historyItems(t, dossier, events)} />
      <ReadsTable t={t} events={events} reads={reads} />
    </DeskLayout>
  );
}
