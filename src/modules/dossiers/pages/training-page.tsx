import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { TrainingLine } from '../store/training.ts';
import { listColumns } from './dossier-columns.tsx';
import { TRAINING_START } from './page-deps.ts';

interface TrainingPageProps {
  readonly frame: DeskFrame;
  readonly lines: readonly TrainingLine[];
  /** This person receives at a counter and may begin one. */
  readonly mayBegin: boolean;
  readonly keptDays: number;
}

/** Dossiers to practise with stand here and nowhere else. */
export function TrainingPage({ frame, lines, mayBegin, keptDays }: TrainingPageProps) {
  const { t } = frame;
  const begin = mayBegin ? (
    <LinkButton href={TRAINING_START}>{t('dossiers.training.begin')}</LinkButton>
  ) : undefined;
  const groups = (['waiting', 'other'] as const)
    .map((group) => ({ group, rows: lines.filter(({ waits }) => waits === (group === 'waiting')) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ group, rows }) => ({ title: t(`dossiers.training.${group}`), count: rows.length, rows }));
  return (
    <DeskLayout frame={{ ...frame, training: true }} title={t('dossiers.training.title')}>
      <PageTitle title={t('dossiers.training.title')} aside={begin} />
      <div class="stack">
        <p class="read">{t('dossiers.training.lead', { days: keptDays })}</p>
        {groups.length > 0 ? (
          <DataTable
            t={t}
            caption={t('dossiers.training.title')}
            columns={listColumns(t)}
            groups={groups}
            walkable
          />
        ) : (
          <Empty title={t('dossiers.training.none')}>
            <p>{t(`dossiers.training.none-${mayBegin ? 'begin' : 'ask'}`)}</p>
          </Empty>
        )}
      </div>
    </DeskLayout>
  );
}
