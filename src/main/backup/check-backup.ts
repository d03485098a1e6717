import { join } from 'node:path';
import { checkSums } from '#platform/backup/check-sums.ts';
import { type Backup, readBackup } from '#platform/backup/manifest.ts';
import { BackupProblem, explain } from '#platform/backup/problem.ts';
import type { Config } from '../config.ts';
import { placeData, removePlace } from './placed-data.ts';
import { verifyPlaced } from './verify-placed.ts';

/** Below the data: there PostgreSQL is known to run. */
const CHECK = 'backup-check';

/**
 * A backup is one when it has been restored: every byte is read again, a PostgreSQL of its own comes up from it
 * in a temporary place, and there everything is verified. What was read is then thrown away.
 */
export async function checkBackup(
  { folder, keysFolder }: Pick<Backup, 'folder' | 'keysFolder'>,
  config: Config,
  stop: AbortSignal,
): Promise<void> {
  const backup = await readBackup(folder, keysFolder);
  // kept files are read by the verification, those of the database and the keys here
  const withoutFiles = backup.sums.filter(({ path }) => !path.startsWith('files/'));
  await checkSums({ ...backup, sums: withoutFiles }, stop);
  const place = join(config.dataDir, CHECK);
  await removePlace(place);
  const own = { databaseUrl: null, appDatabaseUrl: null };
  try {
    const placed = await placeData(backup, { place, fleeting: true, config: own }, stop);
    try {
      const { ok, parts } = await verifyPlaced(placed, place, config, backup.manifest.kind);
      const [wrong = ''] = Object.keys(parts).filter((name) => !parts[name]?.ok);
      if (!ok) throw new BackupProblem('backup-check-failed', { part: wrong });
    } finally {
      await placed.stop();
    }
  } catch (error) {
    throw explain(error, config.dataDir);
  } finally {
    await removePlace(place);
  }
}
