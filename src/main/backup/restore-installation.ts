import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isUnfinishedName } from '#platform/backup/backup-names.ts';
import { checkSums } from '#platform/backup/check-sums.ts';
import { syncFolder } from '#platform/backup/durable-copy.ts';
import { type Backup, type Manifest, readBackup } from '#platform/backup/manifest.ts';
import { BackupProblem, explain } from '#platform/backup/problem.ts';
import { type Config, isRestoreUnfinished, RESTORING } from '../config.ts';
import { makeDataFolder } from '../start/server-postgres.ts';
import { bringUp, checkMigrations } from './fill-database.ts';
import { placeData, removePlace } from './placed-data.ts';
import { settleRestored } from './settle-restored.ts';
import { checkEmptyDatabase, emptyDatabase } from './target-database.ts';
import { verifyPlaced } from './verify-placed.ts';

/** What a DATA_DIR is made of; the keys last: as long as they are missing the restore counts as unfinished. */
const parts = ['files', 'postgres.password', 'postgres', 'keys'];

/**
 * Rebuilds an installation from a backup where there is nothing. Everything stands below one folder of DATA_DIR
 * until it is verified; a start refuses until all is in its place.
 */
export async function restoreInstallation(
  config: Config,
  from: { readonly folder: string; readonly keysFolder: string },
  stop: AbortSignal,
): Promise<Manifest> {
  if (isUnfinishedName(basename(from.folder)))
    throw new BackupProblem('backup-unfinished', { dir: from.folder });
  const backup = await readBackup(from.folder, from.keysFolder);
  await checkMigrations(backup);
  if (config.databaseUrl && backup.manifest.database.form === 'folder')
    throw new BackupProblem('restore-needs-own');
  await clearFolder(config);
  if (config.databaseUrl) await checkEmptyDatabase(config.databaseUrl);
  await checkSums(backup, stop);
  makeDataFolder(config);
  const place = join(config.dataDir, RESTORING);
  try {
    await rebuild(backup, place, config, stop);
  } catch (error) {
    if (config.databaseUrl) await emptyDatabase(config.databaseUrl);
    await removePlace(place);
    throw explain(error, config.dataDir);
  }
  return backup.manifest;
}

async function rebuild(backup: Backup, place: string, config: Config, stop: AbortSignal): Promise<void> {
  const placed = await placeData(backup, { place, fleeting: false, config }, stop);
  try {
    await bringUp(placed.postgres.ownerUrl); // a newer program restores an older backup
    await settleRestored(placed.postgres.ownerUrl, backup);
    const { ok, parts: found } = await verifyPlaced(placed, place, config, backup.manifest.kind);
    const [wrong = ''] = Object.keys(found).filter((name) => !found[name]?.ok);
    if (!ok) throw new BackupProblem('backup-check-failed', { part: wrong });
  } finally {
    await placed.stop();
  }
  for (const part of parts)
    if (existsSync(join(place, part))) await rename(join(place, part), join(config.dataDir, part));
  await syncFolder(config.dataDir);
  await removePlace(place);
}

/** Empty, or with nothing in it but what a restore left that was killed; that goes. */
async function clearFolder(config: Config): Promise<void> {
  const { dataDir } = config;
  const names = await readdir(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new BackupProblem('restore-not-empty', { dir: dataDir });
  });
  const left = isRestoreUnfinished(config) ? [RESTORING, 'logs', ...parts] : [];
  if (names.some((name) => name !== 'lost+found' && !left.includes(name)))
    throw new BackupProblem('restore-not-empty', { dir: dataDir });
  if (left.length === 0) return;
  await removePlace(join(dataDir, RESTORING));
  for (const part of parts) await rm(join(dataDir, part), { recursive: true, force: true });
}
