import { join } from 'node:path';
import pg from 'pg';
import { loadTables } from '#platform/backup/load-tables.ts';
import type { Backup } from '#platform/backup/manifest.ts';
import { BackupProblem } from '#platform/backup/problem.ts';
import { createPool } from '#platform/db/database.ts';
import { migrate, readMigrations } from '#platform/db/migrate.ts';
import { prepareJobs } from '#platform/jobs/prepare-jobs.ts';
import { StartRefusal } from '../config.ts';
import { projectRoot } from '../root.ts';

export const migrationsFolder = (): string => join(projectRoot(), 'db', 'migrations');

/** A backup of a newer program, or of one whose migrations were others, is refused before anything is written. */
export async function checkMigrations({ manifest }: Backup): Promise<void> {
  const ours = new Map((await readMigrations(migrationsFolder())).map(({ name, sha256 }) => [name, sha256]));
  for (const { name, sha256 } of manifest.migrations) {
    if (!ours.has(name)) throw new StartRefusal('newer-schema', { name });
    if (ours.get(name) !== sha256) throw new StartRefusal('migration-changed', { name });
  }
}

/** The structure that the backup was made of, then its rows. */
export async function fillDatabase(ownerUrl: string, { manifest, folder }: Backup): Promise<void> {
  if (manifest.database.form !== 'tables') throw new BackupProblem('restore-needs-own');
  await bringUp(
    ownerUrl,
    manifest.migrations.map(({ name }) => name),
  );
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {}); // told by the query that runs
  await owner.connect();
  try {
    if ((await queueStructure(owner)) !== manifest.database.queue)
      throw new BackupProblem('restore-other-queue', { version: manifest.version });
    await loadTables(owner, folder, manifest.database);
  } finally {
    await owner.end();
  }
}

/** The structure that some migrations make, or this program's own. */
export async function bringUp(ownerUrl: string, only?: readonly string[]): Promise<void> {
  const pool = createPool({ connectionString: ownerUrl, max: 2 });
  try {
    const client = await pool.connect();
    try {
      await migrate(client, migrationsFolder(), { only });
    } finally {
      client.release();
    }
    await prepareJobs(pool);
  } finally {
    await pool.end();
  }
}

/** Number of the last migration of the queue's own tables. */
export async function queueStructure(owner: pg.ClientBase): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    'select max(id)::int as id from graphile_worker.migrations',
  );
  return rows[0]?.id ?? 0;
}
