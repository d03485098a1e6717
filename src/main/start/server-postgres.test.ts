import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { checkGround, checkServer, openPostgres, withRole } from './server-postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-ground-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const external = { DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/x', DATA_DIR: join(folder, 'data') };

test('a full disk is said before anything is written', async () => {
  const config = readConfig(external);
  await checkGround(config, openPostgres(config));
  await expect(checkGround(config, openPostgres(config), Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({
    key: 'disk-full',
  });
});

test('a data folder that is a file is said', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const config = readConfig({ ...external, DATA_DIR: file });
  await expect(checkGround(config, openPostgres(config))).rejects.toMatchObject({ key: 'data-dir-wrong' });
});

test('a server that does not answer is named by its error, never by its password', async () => {
  const refusal = await checkServer(external.DATABASE_URL).catch((error: Error) => error);
  expect(refusal).toMatchObject({ key: 'database-unreachable', params: { reason: 'ECONNREFUSED' } });
  expect(String(refusal)).not.toContain('secret');
});

test.each([
  ['postgres://a:b@h:5/d?x=1', 'postgres://motcua_app:p%2F@h:5/d?x=1'],
  ['postgresql://h/d', 'postgresql://motcua_app:p%2F@h/d'],
  ['postgresql://a:b@/d?host=%2Ftmp', 'postgresql://motcua_app:p%2F@/d?host=%2Ftmp'],
])('%s for the programs', (owner, app) => {
  expect(withRole(owner, 'motcua_app', 'p/')).toBe(app);
});
