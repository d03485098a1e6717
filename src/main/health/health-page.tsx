import { DataTable } from '#ui/components/data-table.tsx';
import type { IconName } from '#ui/components/icon.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State, StatusTag, type Tone } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { BackupTable } from './backup-table.tsx';
import { CertificateTable } from './certificate-table.tsx';
import { describe } from './describe.ts';
import type { Health } from './health.ts';
import { type Judged, type Judgement, worst } from './judge.ts';

interface HealthPageProps {
  readonly frame: DeskFrame;
  readonly health: Health;
  readonly judged: readonly Judged[];
}

const looks: Record<Judgement, { readonly icon: IconName; readonly tone: Tone }> = {
  good: { icon: 'ok', tone: 'success' },
  watch: { icon: 'clock', tone: 'warning' },
  bad: { icon: 'alert', tone: 'danger' },
};

export function HealthPage({ frame, health, judged }: HealthPageProps) {
  const { t } = frame;
  const title = t('main.health.title');
  const whole = worst(judged);
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: '/quan-tri', label: t('main.nav.administration') }, { label: title }]}
    >
      <PageTitle
        title={title}
        tag={<StatusTag {...looks[whole]}>{t(`main.health.judgement.${whole}`)}</StatusTag>}
        note={t('main.health.note', { version: health.version, schema: health.database.schema })}
      />
      <div class="stack">
        <BackupLine frame={frame} judged={judged} health={health} />
        <DataTable
          t={t}
          caption={t('main.health.caption')}
          columns={columnsOf(frame, health)}
          rows={judged}
        />
      </div>
      <section class="stack mt-8">
        <h2>{t('main.health.backups')}</h2>
        <BackupTable frame={frame} backup={health.backup} />
      </section>
      <section class="stack mt-8">
        <h2>{t('main.health.certificates')}</h2>
        <CertificateTable frame={frame} certificates={health.certificates} now={health.clock.machine} />
      </section>
    </DeskLayout>
  );
}

/** Nothing on this page is as dear as the day that no backup has. */
function BackupLine({ frame: { t }, judged, health }: HealthPageProps) {
  const backup = judged.find(({ part }) => part === 'backup');
  if (backup?.judgement !== 'bad') return null;
  return (
    <Notice tone="danger" title={t(`main.health.backup.${backup.says}-title`)}>
      <p>
        {describe(t, backup, health)} {t(`main.health.backup.${backup.says}-do`)}
      </p>
    </Notice>
  );
}

function columnsOf({ t }: DeskFrame, health: Health): Column<Judged>[] {
  return [
    { head: t('main.health.part'), rowHeader: true, cell: ({ part }) => t(`main.health.${part}`) },
    {
      head: t('main.health.state'),
      cell: ({ judgement }) => <State {...looks[judgement]}>{t(`main.health.judgement.${judgement}`)}</State>,
    },
    {
      head: t('main.health.says'),
      class: 'wrapok',
      cell: (one) => (
        <>
          {describe(t, one, health)}
          {one.judgement === 'good' ? null : <p>{t(`main.health.${one.part}.${one.says}-do`)}</p>}
        </>
      ),
    },
  ];
}
