import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  childrenOf,
  eventually,
  freePort,
  isAlive,
  type Running,
  runProgram,
  startProgram,
} from '../outside/running.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-start-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
const port = await freePort();
const env = { DATA_DIR: dataDir, PORT: String(port) };
const settings = { env };
let running: Running;
const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
const postgresPid = () => Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
const healthy = async () => {
  const answer = await fetch(`http://localhost:${port}/suc-khoe`);
  if (!answer.ok) throw new Error(String(answer.status));
};
const pidOf = (name: string) => childrenOf(running.process.pid ?? 0, `${name}.js`)[0] ?? 0;

beforeAll(async () => {
  running = startProgram(['start', '--kind', 'demo', '--clock', '2022-07-25T08:00'], settings);
  await running.until('Press Ctrl-C');
});
afterAll(async () => {
  running.process.kill('SIGTERM');
  await running.ended;
  rmSync(folder, { recursive: true, force: true });
});

test('says where it is, that it is a demo, and what time it is', async () => {
  expect(running.printed()).toContain(`Ready at http://localhost:${port}`);
  expect(running.printed()).toContain('Legal time: 2022-07-25 08:0');
  const status = await runProgram(['status', '--json'], settings);
  const report = JSON.parse(status.printed) as Record<string, unknown>;
  expect(report).toMatchObject({ running: true, kind: 'demo', health: { database: 'ok', web: 'ok' } });
  expect(status.code).toBe(0);
});

test('a second instance on the same data is refused, whatever its port', async () => {
  for (const other of [port, await freePort()]) {
    const second = await runProgram(['start'], { env: { ...env, PORT: String(other) } });
    expect([second.code, second.printed]).toEqual([1, expect.stringContaining('running on this very data')]);
  }
  await healthy();
});

test('web, worker and PostgreSQL come back after kill -9', async () => {
  for (const name of ['web', 'worker']) {
    const before = pidOf(name);
    process.kill(before, 'SIGKILL');
    await running.until(`The program ${name} ended by accident`);
    await eventually(() => expect(pidOf(name)).not.toBe(before));
  }
  await eventually(healthy);
  process.kill(postgresPid(), 'SIGKILL');
  await running.until('The database is back');
  await eventually(healthy);
});

test('after kill -9 of the program its children end, and the next start takes over', async () => {
  const children = [pidOf('web'), pidOf('worker')];
  running.process.kill('SIGKILL');
  await running.ended;
  await eventually(() => expect(children.filter(isAlive)).toEqual([]));
  expect(isAlive(postgresPid())).toBe(true);
  running = startProgram(['start'], settings);
  await running.until('Press Ctrl-C');
  expect(running.printed()).toContain('taken over');
  await healthy();
});

test('stops cleanly, and a second start loads nothing twice', async () => {
  running.process.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(running.printed()).toContain('Stopped cleanly');
  expect(existsSync(pidFile)).toBe(false);
  running = startProgram(['start'], settings);
  await running.until('Press Ctrl-C');
  expect(running.printed()).not.toContain('Loading');
  expect(running.printed()).toContain('Legal time: 2022-07-25');
});

test('a start that cannot be says one sentence and leaves everything whole', async () => {
  running.process.kill('SIGTERM');
  await running.ended;
  const refused = async (args: readonly string[], more: Record<string, string>, sentence: string) => {
    const { code, printed } = await runProgram(['start', ...args], { env: { ...env, ...more } });
    expect([code, printed]).toEqual([1, expect.stringContaining(sentence)]);
    expect(printed).not.toContain('    at ');
  };
  await refused(['--kind', 'real'], {}, 'is a demo and stays one');
  await refused(['--clock', '2022-07-24T08:00'], {}, 'DATA_DIR=./data-2022');
  await refused(['--clock', 'yesterday'], {}, 'is not a moment');
  await refused(['--kind', 'toy'], {}, 'no --kind toy');
  await refused([], { HOST: '0.0.0.0' }, 'needs an https PUBLIC_URL');
  await refused([], { HOST: '0.0.0.0', PUBLIC_URL: 'https://a.vn' }, '--open-demo');
  await refused([], { DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/x' }, 'cannot be reached');
  const other = createServer().listen(port, '127.0.0.1');
  await refused([], {}, `Port ${port} is taken`);
  other.close();
  const version = join(dataDir, 'postgres', 'PG_VERSION');
  writeFileSync(version, '17\n');
  await refused([], {}, 'belongs to PostgreSQL 17');
  writeFileSync(version, '18\n');
  const key = join(dataDir, 'keys', 'dossiers.key');
  renameSync(key, `${key}.away`);
  await refused([], {}, `${key} is missing`);
  expect(existsSync(key)).toBe(false);
  renameSync(`${key}.away`, key);
  running = startProgram(['start', '--clock', '2022-07-26T08:00'], settings);
  await running.until('Legal time: 2022-07-26 08:0');
});
