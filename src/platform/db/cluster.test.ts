import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
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

/** A process that has ended and that nobody asks for: in a container without an init, a killed server stays like this. */
async function endedButNotReaped(uid: number): Promise<{ pid: number; forget: () => void }> {
  const parent = spawn('sh', ['-c', 'sleep 0 & exec sleep 600'], { uid, stdio: 'ignore' });
  const pid = await vi.waitUntil(() => childrenOf(String(parent.pid))[0]?.child);
  await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) Z /);
  return { pid, forget: () => parent.kill('SIGKILL') };
}

test.runIf(process.platform === 'linux')('a killed server that nobody reaps is no server', async () => {
  process.kill(Number(pidLines()[0]), 'SIGKILL');
  await expect.poll(() => cluster.isRunning()).toBe(false);
  const ended = await endedButNotReaped(statSync(dir).uid);
  for (const file of [join(dir, 'postmaster.pid'), join(folder, 'socket', '.s.PGSQL.5432.lock')])
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(ended.pid)));
  try {
    await cluster.start();
    expect(await ask('select count(*)::int as n from kept')).toEqual([{ n: 100 }]);
  } finally {
    ended.forget();
  }
});

const pidLines = () => readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n');
const childrenOf = (pid: string) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map((child) => ({ child: Number(child), name: readFileSync(`/proc/${child}/cmdline`, 'utf8') }));

test.runIf(process.platform === 'linux')(
  'what is left of a killed server keeps none from starting',
  async () => {
    const computing = ask('select count(*) from generate_series(1, 10000000000)').catch(() => 'ended');
    const isComputing = `select from pg_stat_activity where query like '%generate_series%' and pid <> pg_backend_pid()`;
    await vi.waitFor(async () => expect(await ask(isComputing)).toHaveLength(1));
    process.kill(Number(pidLines()[0]), 'SIGKILL'); // whoever computes notices it only when it waits for something
    await cluster.start();
    expect(await computing).toBe('ended');
    expect(await ask('select count(*)::int as n from kept')).toEqual([{ n: 100 }]);
  },
);

/** PostgreSQL 18 that is told to stop while it recovers from the kill of one of its processes never ends. */
async function hangInShutdown(): Promise<string> {
  const [pid = ''] = pidLines();
  const findChild = (name: string) => childrenOf(pid).find((one) => one.name.includes(name))?.child ?? 0;
  const killWriter = () => {
    const writer = findChild('walwriter');
    if (writer) process.kill(writer, 'SIGKILL'); // by now it may be recovering
  };
  for (let look = 0; ; look += 1)
    try {
      if (look % 10_000 === 0) killWriter();
      const recovering = findChild('postgres: startup');
      if (!recovering) continue;
      process.kill(recovering, 'SIGSTOP');
      process.kill(Number(pid), 'SIGINT');
      await expect.poll(() => pidLines().join()).toContain('stopping');
      process.kill(recovering, 'SIGCONT');
      return pid;
    } catch {
      // a process that ended while we looked
    }
}

test('one that hangs in its shutdown is ended, by a stop and by the next start', async () => {
  const impatient = openCluster({ dir, patienceSeconds: 2 });
  const first = await hangInShutdown();
  await impatient.start();
  expect(pidLines()[0]).not.toBe(first);
  expect(await ask('select count(*)::int as n from kept')).toEqual([{ n: 100 }]);
  await hangInShutdown();
  await impatient.stop();
  expect(await impatient.isRunning()).toBe(false);
  await cluster.start();
  expect(await ask('select count(*)::int as n from kept')).toEqual([{ n: 100 }]);
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
