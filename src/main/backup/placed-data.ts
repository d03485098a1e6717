import { existsSync } from 'node:fs';
import { chmod, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyDurably, makeFolder, someAtATime } from '#platform/backup/durable-copy.ts';
import type { Backup } from '#platform/backup/manifest.ts';
import { BackupProblem } from '#platform/backup/problem.ts';
import { CARRIED_MAJOR, type Cluster, openCluster } from '#platform/db/cluster.ts';
import { type Config, StartRefusal } from '../config.ts';
import { openPostgres, type ServerPostgres, startEmbedded } from '../start/server-postgres.ts';
import { fillDatabase } from './fill-database.ts';

/** Name of the owner's password among the keys of a backup. */
export const PASSWORD = 'postgres.password';

export interface PlacedData {
  readonly postgres: ServerPostgres;
  /** Stops the server that was started for it. */
  readonly stop: () => Promise<void>;
}

export interface Placing {
  /** A folder that is to become, or to look like, a DATA_DIR. */
  readonly place: string;
  /** For a look only: kept files are seen where they lie, and nothing waits for the disk. */
  readonly fleeting: boolean;
  /** With `databaseUrl` the rows go there. */
  readonly config: Pick<Config, 'databaseUrl' | 'appDatabaseUrl'>;
}

/** Builds the data of an installation from a backup; its PostgreSQL runs when this returns. */
export async function placeData(backup: Backup, placing: Placing, stop: AbortSignal): Promise<PlacedData> {
  const { place, fleeting, config } = placing;
  await makeFolder(place);
  await chmod(place, 0o755); // the system user that runs PostgreSQL has to pass; what is inside is closed
  for (const { path } of backup.keySums)
    if (path.startsWith('keys/')) await copyKey(backup, path, join(place, path), stop);
  if (fleeting) await symlink(join(backup.folder, 'files'), join(place, 'files'));
  else await copyListed(backup, 'files', place, stop);
  const postgres = openPostgres({ ...config, dataDir: place } as Config);
  if (!postgres.embedded) {
    await fillDatabase(postgres.ownerUrl, backup);
    return { postgres, stop: async () => {} };
  }
  const cluster = openCluster({
    dir: postgres.embedded.dir,
    durable: !fleeting,
    ...(fleeting ? { extraSettings: ['shared_buffers=32MB', 'max_connections=20'] } : {}),
  });
  try {
    await startFrom(backup, cluster, place, postgres, stop);
  } catch (error) {
    await cluster.stop('immediate').catch(() => {});
    throw error;
  }
  return { postgres, stop: () => cluster.stop(fleeting ? 'immediate' : 'fast') };
}

async function startFrom(
  backup: Backup,
  cluster: Cluster,
  place: string,
  postgres: ServerPostgres,
  stop: AbortSignal,
): Promise<void> {
  const { database } = backup.manifest;
  if (database.form === 'tables') {
    await startEmbedded(cluster);
    await fillDatabase(postgres.ownerUrl, backup);
    return;
  }
  if (database.major !== CARRIED_MAJOR)
    throw new StartRefusal('other-major', {
      major: database.major,
      carried: CARRIED_MAJOR,
      dir: backup.folder,
    });
  await copyListed(backup, 'database', place, stop, { as: 'postgres', own: (path) => cluster.own(path) });
  await copyKey(backup, PASSWORD, cluster.passwordFile, stop);
  cluster.own(cluster.passwordFile);
  // PostgreSQL itself refuses to come up when the log does not reach to the end of the backup
  await startEmbedded(cluster);
}

interface Renaming {
  readonly as: string;
  readonly own: (path: string) => void;
}

/** Copies what the manifest lists below one folder, and nothing else that may lie there. */
async function copyListed(
  backup: Backup,
  part: string,
  place: string,
  stop: AbortSignal,
  { as, own }: Renaming = { as: part, own: () => {} },
): Promise<void> {
  const isPart = (path: string) => path === part || path.startsWith(`${part}/`);
  const target = (path: string) => join(place, `${as}${path.slice(part.length)}`);
  for (const folder of backup.manifest.folders.filter(isPart)) {
    await makeFolder(target(folder));
    own(target(folder));
  }
  await someAtATime(
    backup.sums.filter(({ path }) => isPart(path)),
    async ({ path, sha256 }) => {
      const copied = await copyDurably(join(backup.folder, path), target(path), stop);
      if (copied?.sha256 !== sha256) throw new BackupProblem('backup-damaged', { file: path });
      own(target(path));
    },
  );
}

async function copyKey({ keysFolder }: Backup, path: string, to: string, stop: AbortSignal): Promise<void> {
  await makeFolder(dirname(to));
  if (!(await copyDurably(join(keysFolder, path), to, stop)))
    throw new BackupProblem('backup-cut', { file: path });
}

/** Ends a server that a killed program left in such a place, and removes it. */
export async function removePlace(place: string): Promise<void> {
  const dir = join(place, 'postgres');
  if (existsSync(dir)) await openCluster({ dir }).stop('immediate');
  await rm(place, { recursive: true, force: true });
}
