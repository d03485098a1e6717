import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { listBackups } from '#platform/backup/backup-names.ts';
import { type Copied, CopiedParts } from '#platform/backup/copied.ts';
import { copyCluster } from '#platform/backup/copy-cluster.ts';
import { copyFolder } from '#platform/backup/copy-folder.ts';
import { copyStore } from '#platform/backup/copy-store.ts';
import { dumpTables } from '#platform/backup/dump-tables.ts';
import { copyDurably, someAtATime, syncFolder, writeDurably } from '#platform/backup/durable-copy.ts';
import { type BackupFacts, writeKeySums, writeManifest } from '#platform/backup/manifest.ts';
import { CARRIED_MAJOR } from '#platform/db/cluster.ts';
import { type Config, keysFolder } from '../config.ts';
import type { ServerPostgres } from '../start/server-postgres.ts';
import type { BackupPlace } from './backup-place.ts';
import { queueStructure } from './fill-database.ts';
import { PASSWORD } from './placed-data.ts';

export interface Source {
  readonly config: Config;
  readonly postgres: ServerPostgres;
  /** Holds the locks of a backup. */
  readonly owner: pg.Client;
}

export interface WrittenParts {
  readonly bytes: number;
  readonly files: number;
}

const APART = `Khóa của bản sao lưu bên cạnh: ai có cả hai đọc được mọi dữ liệu cá nhân; mất khóa thì không ai đọc được nữa.
Hãy cất thư mục này ở một nơi khác với bản sao lưu, có khóa, và chỉ người được giao mới mở.

Keys of the backup beside it: who has both can read every personal detail; without the keys nobody can.
Keep this folder in another place than the backup, locked, for the person in charge only.
`;

/** The database, then the kept files (whatever it names is there by then), then the keys, then what lists them all. */
export async function copyParts(
  source: Source,
  place: BackupPlace,
  facts: Omit<BackupFacts, 'database' | 'name'>,
  stop: AbortSignal,
): Promise<WrittenParts> {
  const { config } = source;
  const { database, copied } = await copyDatabase(source, place.folder, stop);
  const files = await copyStore(
    {
      from: join(config.dataDir, 'files'),
      to: place.folder,
      previous: await previousOf(place, facts.installation),
    },
    stop,
  );
  const keys = await copyKeys(source, place, stop);
  const whole = [copied, files];
  const manifest = await writeManifest(place.folder, { ...facts, name: place.name, database }, whole);
  await writeDurably(join(place.keysFolder, 'DOC-TRUOC.txt'), APART);
  await writeKeySums(place.keysFolder, keys, manifest);
  await syncAll(place.folder, [copied, files]);
  await syncAll(place.keysFolder, [keys]);
  const count = (part: (one: Copied) => number) => [...whole, keys].reduce((sum, one) => sum + part(one), 0);
  return { bytes: count(({ bytes }) => bytes), files: count(({ sums }) => sums.length) };
}

async function copyDatabase({ postgres, owner }: Source, folder: string, stop: AbortSignal) {
  if (postgres.embedded) {
    const copied = await copyCluster(owner, postgres.embedded.dir, folder, stop);
    return { copied, database: { form: 'folder' as const, major: CARRIED_MAJOR } };
  }
  const queue = await queueStructure(owner);
  const { tables, sequences, ...copied } = await dumpTables(owner, folder, stop);
  return {
    copied,
    database: { form: 'tables' as const, queue, tables: [...tables], sequences: [...sequences] },
  };
}

async function previousOf({ parent }: BackupPlace, installation: string): Promise<string | null> {
  const name = (await listBackups(parent, installation)).at(-1);
  return name === undefined ? null : join(parent, name);
}

async function copyKeys(
  { config, postgres }: Source,
  place: BackupPlace,
  stop: AbortSignal,
): Promise<Copied> {
  const parts = new CopiedParts();
  const keys = await copyFolder(keysFolder(config), place.keysFolder, 'keys', stop);
  parts.sums.push(...keys.sums);
  parts.folders.push(...keys.folders);
  parts.bytes += keys.bytes;
  const password = postgres.embedded?.passwordFile;
  if (password !== undefined && existsSync(password)) {
    const copied = await copyDurably(password, join(place.keysFolder, PASSWORD), stop);
    if (copied) parts.add(PASSWORD, copied);
  }
  return parts;
}

/** Every name is on disk before the backup gets the name of a whole one. */
async function syncAll(folder: string, copied: readonly Copied[]): Promise<void> {
  const folders = copied.flatMap((one) => one.folders).map((name) => join(folder, name));
  await someAtATime([...new Set([...folders, folder, dirname(folder)])], syncFolder);
}
