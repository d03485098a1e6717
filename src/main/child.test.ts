import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'motcua-child-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program whose beginning is the given one; it says `begun` when it is there. */
function start(name: string, begin: string): ChildProcess {
  const file = join(folder, `${name}.ts`);
  const child = new URL('./child.ts', import.meta.url).href;
  writeFileSync(
    file,
    `import { runChild } from '${child}';
     await runChild('${name}', async () => { ${begin} });`,
  );
  const settings = { config: { dataDir: folder }, appUrl: '', kind: 'demo' };
  return fork(file, [], { env: { ...process.env, MOTCUA_RUN: JSON.stringify(settings) }, stdio: 'ignore' });
}

const logOf = (name: string) => readFileSync(join(folder, 'logs', `${name}.log`), 'utf8');

test('one whose supervisor is killed while it begins ends by itself', async () => {
  const child = start(
    'orphan',
    `process.send('begun');
     const living = setInterval(() => {}, 1000);
     await new Promise((gone) => process.once('disconnect', gone));
     return async () => clearInterval(living);`,
  );
  await once(child, 'message');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(logOf('orphan')).not.toContain('a bug ended the program');
});

test('one that PostgreSQL leaves alone ends to be started again, and says so', async () => {
  const lost = `Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' })`;
  const child = start('lonely', `setTimeout(() => Promise.reject(${lost})); return async () => {};`);
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(logOf('lonely')).toContain('PostgreSQL went away');
  expect(logOf('lonely')).not.toContain('a bug ended the program');
});
