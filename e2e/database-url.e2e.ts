import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCluster } from '#platform/db/cluster.ts';
import { freePort, type Running, runProgram, startProgram } from '../outside/running.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-url-'));
chmodSync(folder, 0o755);
const cluster = openCluster({ dir: join(folder, 'server', 'postgres'), durable: false });
let running: Running;
let env: Record<string, string>;

beforeAll(async () => {
  await cluster.start();
  env = {
    DATABASE_URL: cluster.url('postgres'),
    DATA_DIR: join(folder, 'data'),
    PORT: String(await freePort()),
  };
  running = startProgram(['start', '--kind', 'demo', '--clock', '2022-07-25T08:00'], { env });
  await running.until('Ctrl-C');
});

afterAll(async () => {
  running.process.kill('SIGTERM');
  await running.ended;
  await cluster.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
});

test('with DATABASE_URL that PostgreSQL is used and nothing embedded starts', async () => {
  const { printed } = await runProgram(['status', '--json'], { env });
  expect(JSON.parse(printed)).toMatchObject({ running: true, kind: 'demo', dossiers: { total: 0 } });
  expect(existsSync(join(folder, 'data', 'postgres'))).toBe(false);
  expect(existsSync(join(folder, 'data', 'keys'))).toBe(true);
});
