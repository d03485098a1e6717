import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCluster } from '#platform/db/cluster.ts';
import { copyCluster } from './copy-cluster.ts';

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'motcua-copy-'));
chmodSync(folder, 0o755);
/** A log that is used again as soon as a checkpoint lets it: what a slow backup has to fear. */
const cluster = openCluster({
  dir: join(folder, 'living', 'postgres'),
  durable: false,
  extraSettings: ['min_wal_size=32MB', 'max_wal_size=32MB'],
});
const never = new AbortController().signal;

beforeAll(() => cluster.start());
afterAll(async () => {
  await cluster.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
});

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Fills files of the log and lets PostgreSQL use old ones again, several times while the backup runs. */
async function churn(isOver: () => boolean): Promise<number> {
  const client = await connected(cluster.url('postgres'));
  let turns = 0;
  while (!isOver()) {
    await client.query(`insert into filler select n, repeat('x', 500) from generate_series(1, 4000) as n`);
    await client.query('truncate filler');
    await client.query('select pg_switch_wal()');
    await client.query('checkpoint');
    turns += 1;
  }
  await client.end();
  return turns;
}

/** Rows in order, one after the other: a copy that holds a later one holds all before it. */
async function write(isOver: () => boolean): Promise<number> {
  const client = await connected(cluster.url('postgres'));
  let last = 0;
  while (!isOver()) {
    last += 1;
    await client.query('insert into kept values ($1)', [last]);
  }
  await client.end();
  return last;
}

async function rowsOf(copy: string): Promise<{ count: number; last: number }> {
  const restored = openCluster({ dir: join(copy, 'postgres'), durable: false });
  cpSync(join(folder, 'living', 'postgres.password'), join(copy, 'postgres.password'));
  await restored.start();
  try {
    const client = await connected(restored.url('postgres'));
    const { rows } = await client.query('select count(*)::int as count, max(n) as last from kept');
    await client.end();
    return rows[0];
  } finally {
    await restored.stop('immediate');
  }
}

test('a copy of a cluster that writes and uses its log again comes up with every row that was acknowledged', {
  timeout: 90_000,
}, async () => {
  const owner = await connected(cluster.url('postgres'));
  await owner.query('create table kept (n integer); create table filler (n integer, text text)');
  let over = false;
  const [writing, churning] = [write(() => over), churn(() => over)];
  await expect.poll(async () => (await owner.query('select from kept limit 100')).rowCount).toBe(100);
  const to = join(folder, 'backup');
  mkdirSync(to);
  const { rows: before } = await owner.query<{ last: number }>('select max(n) as last from kept');
  const copied = await copyCluster(owner, cluster.dir, to, never);
  over = true;
  expect(await churning).toBeGreaterThan(0);
  await writing;
  await owner.end();
  expect(copied.sums.map(({ path }) => path)).toContain('database/backup_label');
  const copy = join(folder, 'copy');
  cpSync(join(to, 'database'), join(copy, 'postgres'), { recursive: true });
  own(join(copy, 'postgres'));
  const { count, last } = await rowsOf(copy);
  expect(count).toBe(last);
  expect(last).toBeGreaterThanOrEqual(before[0]?.last ?? Number.POSITIVE_INFINITY);
});

test('a connection that ends in the middle leaves neither a backup nor a slot in the server', async () => {
  const owner = await connected(cluster.url('postgres'));
  const stopped = new AbortController();
  stopped.abort();
  const to = join(folder, 'stopped');
  mkdirSync(to);
  await expect(copyCluster(owner, cluster.dir, to, stopped.signal)).rejects.toMatchObject({
    key: 'backup-stopped',
  });
  await owner.end();
  const after = await connected(cluster.url('postgres'));
  await expect.poll(async () => (await after.query('select from pg_replication_slots')).rowCount).toBe(0);
  await after.end();
});

/** PostgreSQL may run as a user of its own. */
function own(path: string): void {
  chmodSync(join(folder, 'copy'), 0o755);
  cluster.own(path);
  chmodSync(path, 0o700);
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    cluster.own(join(entry.parentPath, entry.name));
}
