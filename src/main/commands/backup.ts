import { parseArgs } from 'node:util';
import { BackupProblem } from '#platform/backup/problem.ts';
import type { Database } from '#platform/db/database.ts';
import { readBackupSetting } from '../backup/backup-setting.ts';
import { type BackupWish, type MadeBackup, makeBackup } from '../backup/make-backup.ts';
import { environmentConfig } from '../environment.ts';
import { givenPath } from '../root.ts';
import type { Say } from '../say.ts';
import { stopSignal } from '../stop-signal.ts';
import type { Command } from './command.ts';

const usage = `./motcua backup [DIR] [--keys DIR] [--json] [--english]

Makes a backup of the running installation in a folder of its own below DIR; nothing stops meanwhile. It is
restored into a temporary place and verified there before it counts. Keys lie in a second folder beside it, or
below --keys: keep them apart. Without DIR: as the setting "backup" says, and older ones beyond its number go.
How to restore, and to practise it: docs/operations/backup.md.`;

interface Typed {
  readonly dir: string | undefined;
  readonly keys: string | undefined;
  readonly scheduled: boolean;
}

async function run(args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      json: { type: 'boolean', default: false },
      scheduled: { type: 'boolean', default: false },
    },
  });
  const typed = { dir: positionals[0], keys: values.keys, scheduled: values.scheduled };
  const begun = performance.now();
  if (!values.json) say.line('main.backup.begins');
  const made = await makeBackup(environmentConfig(), (db) => readWish(db, typed), stopSignal());
  const seconds = Math.round((performance.now() - begun) / 1000);
  if (values.json) say.plain(JSON.stringify({ ok: true, ...made, checked: true, seconds }, null, 2));
  else tell(made, seconds, say);
  return 0;
}

async function readWish(db: Database, { dir, keys, scheduled }: Typed): Promise<BackupWish> {
  if (dir !== undefined) {
    const given = givenPath(dir);
    return { dir: given, keysDir: keys === undefined ? given : givenPath(keys), keep: null, scheduled };
  }
  const setting = await readBackupSetting(db);
  if (!setting) throw new BackupProblem('backup-no-setting');
  return { dir: setting.dir, keysDir: setting.keys ?? setting.dir, keep: setting.keep, scheduled };
}

function tell({ folder, keysFolder, bytes, files, removed }: MadeBackup, seconds: number, say: Say): void {
  const megabytes = Math.max(1, Math.round(bytes / 1_000_000));
  say.line('main.backup.made', { folder, files, megabytes, seconds });
  say.line('main.backup.keys', { folder: keysFolder });
  for (const name of removed) say.line('main.backup.removed', { name });
}

export const backup: Command = { usage, run };
