import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { openCluster } from './cluster.ts';
import { createPool } from './database.ts';
import { migrate } from './migrate.ts';

const APP_PASSWORD = 'test-only';

/** Vitest's global set-up: one PostgreSQL in memory for the run, one migrated template to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'motcua-test-'));
  chmodSync(folder, 0o711);
  const cluster = openCluster({
    dir: join(folder, 'postgres'),
    durable: false,
    extraSettings: ['max_connections=200'],
  });
  await cluster.start();
  await query(cluster.url('postgres'), ['create database motcua_template']);
  const client = new pg.Client({ connectionString: cluster.url('motcua_template') });
  await client.connect();
  const result = await migrate(client, 'db/migrations');
  await client.query(`alter role motcua_app password '${APP_PASSWORD}'`);
  await client.end();
  if (result.kind !== 'done') throw new Error(`migrations: ${result.kind}`);
  const pool = createPool({ connectionString: cluster.url('motcua_template'), max: 2 });
  await prepareJobs(pool);
  await pool.end();
  project.provide('ownerUrl', cluster.url('{db}'));
  project.provide('appUrl', cluster.url('{db}', { name: 'motcua_app', password: APP_PASSWORD }));
  return async () => {
    await cluster.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  };
}

async function query(connectionString: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
