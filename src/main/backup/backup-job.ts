import { z } from 'zod';
import type { MachineClock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { findLatestIn } from './backup-records.ts';
import { readBackupSetting } from './backup-setting.ts';
import { isBackupDue } from './schedule.ts';

interface BackupJobDeps {
  readonly db: Database;
  readonly machineClock: MachineClock;
  /** Begins a backup somewhere else, or does nothing while one runs. */
  readonly ask: () => void;
}

/** Looks every minute whether the daily backup is due; the backup itself is not made in this process. */
export function backUpDaily({ db, machineClock, ask }: BackupJobDeps): Job {
  return job({
    name: 'back-up-daily',
    cron: '* * * * *',
    payload: z.object({}),
    run: async () => {
      const setting = await readBackupSetting(db);
      if (!setting) return;
      const { tried, whole } = await findLatestIn(db, setting.dir);
      const tries = { lastTry: tried?.startedAt ?? null, lastWhole: whole?.startedAt ?? null };
      if (isBackupDue(setting.at, machineClock.now(), tries)) ask();
    },
  });
}
