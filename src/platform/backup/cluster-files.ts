import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupProblem } from './problem.ts';

/** Copied as the last file: it changes with every checkpoint, and then names the latest. */
const CONTROL = 'global/pg_control';

/**
 * What the manual (Making a Base Backup Using the Low Level API) says to leave out: facts of the running server,
 * things that a start makes anew, temporary files. The log is copied apart; `server.log` is ours.
 */
const emptied = new Set([
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const leftOut = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'server.log',
  'backup_label',
  'backup_label.old',
  'tablespace_map',
  'tablespace_map.old',
  'postgresql.auto.conf.tmp',
  'current_logfiles',
  'backup_manifest',
  'pg_wal', // may be a link to another disk
  CONTROL,
]);

export interface ClusterFiles {
  readonly folders: readonly string[];
  /** `global/pg_control` is the last. */
  readonly files: readonly string[];
}

/** Files and folders of a data folder that a base backup holds; those that vanish meanwhile are not missed. */
export async function listClusterFiles(dir: string): Promise<ClusterFiles> {
  const folders: string[] = ['pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries'];
  const files: string[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const { path, entry } of await entriesOf(dir, below)) {
      if (entry.isSymbolicLink()) throw new BackupProblem('backup-tablespace', { path });
      if (entry.isFile()) files.push(path);
      if (!entry.isDirectory()) continue;
      folders.push(path);
      if (!emptied.has(path)) waiting.push(path);
    }
  }
  return { folders: folders.sort(), files: [...files.sort(), CONTROL] };
}

function isTemporary(name: string): boolean {
  return name.startsWith('pgsql_tmp') || name === 'pg_internal.init' || /^t\d+_\d+/.test(name);
}

interface Found {
  readonly path: string;
  readonly entry: Dirent;
}

async function entriesOf(dir: string, below: string): Promise<Found[]> {
  try {
    const entries = await readdir(join(dir, below), { withFileTypes: true });
    const found = entries.map((entry) => ({
      entry,
      path: below === '' ? entry.name : `${below}/${entry.name}`,
    }));
    return found.filter(({ entry, path }) => !isTemporary(entry.name) && !leftOut.has(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
