import { join } from 'node:path';
import type pg from 'pg';
import { listClusterFiles } from './cluster-files.ts';
import { type Copied, CopiedParts } from './copied.ts';
import { copyDurably, makeFolder, someAtATime, writeDurably } from './durable-copy.ts';
import { BackupProblem } from './problem.ts';
import { walSegments } from './wal-segments.ts';

interface Ending {
  readonly lsn: string;
  readonly labelfile: string;
  readonly spcmapfile: string;
}

/**
 * A base backup of a running cluster into `<to>/database`: pg_backup_start, the data folder, pg_backup_stop, and
 * every file of the log between them. Nothing stops meanwhile. `owner` must stay connected: when it ends,
 * PostgreSQL ends the backup and gives the log free. Why a slot: docs/decisions/0005.
 */
export async function copyCluster(
  owner: pg.Client,
  dir: string,
  to: string,
  stop: AbortSignal,
): Promise<Copied> {
  const parts = new CopiedParts();
  const slot = `motcua_backup_${process.pid}`;
  // before the start: from here on no file of the log that the backup needs is removed or used again
  await owner.query('select pg_create_physical_replication_slot($1, true, true)', [slot]);
  const start = await ask<{ lsn: string }>(owner, `select pg_backup_start('motcua', true) as lsn`);
  await copyFiles(dir, to, parts, stop);
  const end = await ask<Ending>(owner, 'select lsn, labelfile, spcmapfile from pg_backup_stop(false)');
  parts.add('database/backup_label', await writeDurably(join(to, 'database/backup_label'), end.labelfile));
  if (end.spcmapfile.trim() !== '') {
    const map = join(to, 'database/tablespace_map');
    parts.add('database/tablespace_map', await writeDurably(map, end.spcmapfile));
  }
  await copyLog(owner, { dir, to, start: start.lsn, end: end.lsn }, parts, stop);
  await owner.query('select pg_drop_replication_slot($1)', [slot]);
  return parts;
}

async function copyFiles(dir: string, to: string, parts: CopiedParts, stop: AbortSignal): Promise<void> {
  const { folders, files } = await listClusterFiles(dir);
  for (const folder of ['', ...folders]) {
    await makeFolder(join(to, 'database', folder));
    parts.folders.push(folder === '' ? 'database' : `database/${folder}`);
  }
  const copy = async (file: string) => {
    const copied = await copyDurably(join(dir, file), join(to, 'database', file), stop);
    if (copied) parts.add(`database/${file}`, copied);
  };
  await someAtATime(files.slice(0, -1), copy);
  await copy(files.at(-1) ?? ''); // pg_control
}

/** pg_backup_stop has written the log to disk up to the end of its file: the files are whole. */
async function copyLog(
  owner: pg.Client,
  { dir, to, start, end }: { dir: string; to: string; start: string; end: string },
  parts: CopiedParts,
  stop: AbortSignal,
): Promise<void> {
  const facts = await ask<{ timeline: number; bytes: number }>(
    owner,
    `select timeline_id as timeline, setting::int as bytes
       from pg_control_checkpoint(), pg_settings where name = 'wal_segment_size'`,
  );
  for (const name of walSegments(facts.timeline, start, end, facts.bytes)) {
    const copied = await copyDurably(join(dir, 'pg_wal', name), join(to, 'database/pg_wal', name), stop);
    if (copied?.size !== facts.bytes) throw new BackupProblem('backup-log-missing', { name });
    parts.add(`database/pg_wal/${name}`, copied);
  }
}

async function ask<T extends pg.QueryResultRow>(owner: pg.Client, text: string): Promise<T> {
  const [row] = (await owner.query<T>(text)).rows;
  if (!row) throw new Error(`no answer: ${text}`);
  return row;
}
