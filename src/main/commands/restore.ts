import { parseArgs } from 'node:util';
import { KEYS } from '#platform/backup/backup-names.ts';
import { restoreInstallation } from '../backup/restore-installation.ts';
import { environmentConfig } from '../environment.ts';
import { givenPath } from '../root.ts';
import type { Say } from '../say.ts';
import { stopSignal } from '../stop-signal.ts';
import type { Command } from './command.ts';

const usage = `./motcua restore FOLDER [--keys FOLDER] [--json] [--english]

Rebuilds an installation from a whole backup in an empty DATA_DIR (and an empty database with DATABASE_URL);
never over any data. Every file is compared with the manifest first, everything is verified in the end, and
nobody stays signed in. --keys: where the keys lie, else beside the backup. Then: ./motcua start.`;

async function run(args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { keys: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [given] = positionals;
  if (given === undefined) {
    say.plain(usage);
    return 2;
  }
  const config = environmentConfig();
  const folder = givenPath(given).replace(/(?<=.)\/+$/, '');
  const keysFolder = values.keys === undefined ? `${folder}${KEYS}` : givenPath(values.keys);
  if (!values.json) say.line('main.restore.begins', { folder });
  const { startedAt, legalTime, name } = await restoreInstallation(
    config,
    { folder, keysFolder },
    stopSignal(),
  );
  if (values.json)
    say.plain(JSON.stringify({ ok: true, name, startedAt, legalTime, dataDir: config.dataDir }, null, 2));
  else {
    const when = startedAt.slice(0, 16).replace('T', ' ');
    say.line('main.restore.done', { dir: config.dataDir, when });
    say.line('main.restore.after', { when });
  }
  return 0;
}

export const restore: Command = { usage, run };
