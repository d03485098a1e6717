import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCluster } from './cluster.ts';
import { createPool } from './database.ts';

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'motcua-cluster-'));
chmodSync(folder, 0o755);
const dir = join(folder, 'postgres');
const cluster = openCluster({ dir });
afterAll(async () => {
  await cluster.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
});

async function ask(sql: string): Promise<unknown[]> {
  const pool = createPool({ connectionString: cluster.url('postgres'), max: 1 });
  try {
    return (await pool.query(sql)).rows;
  } finally {
    await pool.end();
  }
}

test('what was acknowledged survives kill -9 of PostgreSQL, and a start after it works', async () => {
  await cluster.start();
  await ask('create table kept (n integer)');
  await ask('insert into kept select generate_series(1, 100)');
  const pid = Number(readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  process.kill(pid, 'SIGKILL');
  await cluster.start();
  expect(await ask('select count(*)::int as n from kept')).toEqual([{ n: 100 }]);
  expect(await cluster.isRunning()).toBe(true);
});

test('one that runs already is taken over; nothing listens on a port', async () => {
  await openCluster({ dir }).start();
  expect(await ask('show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  expect(cluster.majorOfData()).toBe('18');
});

test('a half-made folder of a broken first start is made anew', async () => {
  const other = openCluster({ dir: join(folder, 'other', 'postgres') });
  expect(await other.isReachable()).toBe(true);
  expect(other.majorOfData()).toBeUndefined();
  writeFileSync(join(folder, 'other', 'postgres.unfinished'), 'rubbish of a kill');
  await other.start();
  expect(await other.isRunning()).toBe(true);
  await other.stop();
  expect(await other.isRunning()).toBe(false);
});

test.runIf(process.getuid?.() === 0)('runs below a folder that is closed to all but root', async () => {
  const closed = mkdtempSync('/root/motcua-closed-');
  const inside = openCluster({ dir: join(closed, 'data', 'postgres'), durable: false });
  try {
    expect(await inside.isReachable()).toBe(true);
    await inside.start();
    expect(await inside.isRunning()).toBe(true);
  } finally {
    await inside.stop('immediate');
    rmSync(closed, { recursive: true, force: true });
  }
});
