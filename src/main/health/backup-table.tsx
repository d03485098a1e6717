import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { BackupRecord } from '../backup/backup-records.ts';
import { moment, size } from './describe.ts';
import type { Health } from './health.ts';

/** The latest tries, and when the next one is. */
export function BackupTable({
  frame,
  backup,
}: {
  readonly frame: DeskFrame;
  readonly backup: Health['backup'];
}) {
  const { t } = frame;
  const { schedule, tries } = backup;
  return (
    <>
      <p>
        {schedule
          ? t('main.health.schedule', { at: schedule.at, dir: schedule.dir, keep: schedule.keep })
          : t('main.health.no-schedule')}
      </p>
      {tries.length === 0 ? (
        <Empty title={t('main.health.no-backups')}>{t('main.health.no-backups-why')}</Empty>
      ) : (
        <DataTable t={t} caption={t('main.health.backups')} columns={columnsOf(frame)} rows={tries} />
      )}
    </>
  );
}

function columnsOf({ t }: DeskFrame): Column<BackupRecord>[] {
  return [
    {
      head: t('main.health.when'),
      rowHeader: true,
      class: 'when',
      cell: ({ startedAt }) => moment(startedAt),
    },
    {
      head: t('main.health.result'),
      class: 'wrapok',
      cell: ({ problem, params }) =>
        problem === null ? (
          <State icon="ok" tone="success">
            {t('main.health.backup-whole')}
          </State>
        ) : (
          <>
            <State icon="alert" tone="danger">
              {t('main.health.backup-none')}
            </State>
            <p class="small">{t(`main.stop.${problem}`, params)}</p>
          </>
        ),
    },
    { head: t('main.health.size'), numeric: true, cell: ({ bytes }) => (bytes === null ? '–' : size(bytes)) },
    {
      head: t('main.health.place'),
      class: 'wrapok',
      cell: ({ parent, name }) => (name === null ? parent : `${parent}/${name}`),
    },
    {
      head: t('main.health.how'),
      cell: ({ scheduled }) => t(scheduled ? 'main.health.by-schedule' : 'main.health.by-hand'),
    },
  ];
}
