import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'motcua-launcher-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tools = ['bash', 'cat', 'cut', 'dirname', 'readlink', 'sha256sum', 'grep', 'tr', 'env'];

test('without npm the launcher prints the one line that installs it', () => {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const tool of [...tools, 'apt-get'])
    symlinkSync(
      execFileSync('sh', ['-c', `command -v ${tool} || echo /bin/true`], { encoding: 'utf8' }).trim(),
      join(bin, tool),
    );
  for (const file of ['motcua', 'package.json', 'package-lock.json']) copyFileSync(file, join(folder, file));
  const { status, stderr } = spawnSync(join(folder, 'motcua'), ['start'], {
    env: { PATH: bin },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('sudo apt-get install -y npm');
});

test('a reader who leaves in the middle, as head does, breaks nothing off', async () => {
  const run = spawn('node', ['.build-test/cli.js', 'help', '--english'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  run.stdout.destroy();
  const complaints: Buffer[] = [];
  run.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  const [status] = await once(run, 'close');
  expect([status, Buffer.concat(complaints).toString()]).toEqual([0, '']);
});

test('help lists every command, and every command has --help', () => {
  const run = (...args: string[]) =>
    spawnSync('node', ['.build-test/cli.js', ...args, '--english'], { encoding: 'utf8' });
  const help = run('help');
  expect(help.status).toBe(0);
  const names = [...help.stdout.matchAll(/^ {2}([a-z-]+) /gm)].map((found) => found[1] ?? '');
  expect(names).toEqual(
    expect.arrayContaining(['start', 'status', 'organise', 'deadline', 'verify', 'demo']),
  );
  for (const name of names.filter((one) => one !== 'test' && one !== 'help')) {
    const shown = run(name, '--help');
    expect([name, shown.status, shown.stdout]).toEqual([
      name,
      0,
      expect.stringContaining(`./motcua ${name}`),
    ]);
  }
  expect(run('nonsense').status).toBe(2);
  expect(run('status', '--nonsense').status).toBe(2);
});
