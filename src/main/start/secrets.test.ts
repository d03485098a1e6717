import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createRandom } from '#platform/random/random.ts';
import { appPassword, openEveryKey, secret } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-secrets-'));
const random = createRandom();
let dir: string;
let count = 0;
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  count += 1;
  dir = join(folder, `keys-${count}`);
  await openEveryKey(dir, random, true);
});

const files = () =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const contents = () => files().map((file) => [file, readFileSync(file, 'utf8')]);

test('the first start makes every key, for the owner only; the next ones change nothing', async () => {
  const made = contents();
  expect(made.map(([file]) => file?.slice(dir.length + 1))).toEqual([
    'accounts.key',
    'cash.key',
    'daily-root.pem',
    'dossiers.key',
    'drafts.key',
    'links.key',
    'lookup.key',
    'motcua-app.key',
    'signing/development-ca.pem',
  ]);
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  for (const file of files()) expect(statSync(file).mode & 0o777, file).toBe(0o600);
  await openEveryKey(dir, random, true); // a start that was broken off before the installation was written down
  await openEveryKey(dir, random, false);
  expect(contents()).toEqual(made);
  expect(appPassword(dir)).toMatch(/^[\w-]{43}$/);
});

test('two starts at once agree on every key', async () => {
  dir = join(folder, 'together');
  await Promise.all([openEveryKey(dir, random, true), openEveryKey(dir, random, true)]);
  expect(files()).toHaveLength(9);
});

test('later a missing key is named and never replaced, whichever it is', async () => {
  for (const file of files()) {
    const kept = readFileSync(file);
    rmSync(file);
    await expect(openEveryKey(dir, random, false)).rejects.toMatchObject({ problem: 'missing', file });
    expect(files()).not.toContain(file);
    writeFileSync(file, kept);
  }
  await openEveryKey(dir, random, false);
});

test('a key that was cut short is named', () => {
  for (const text of ['', 'abc', 'x'.repeat(60)]) {
    writeFileSync(join(dir, 'dossiers.key'), text);
    expect(() => secret(dir, 'dossiers')).toThrow(expect.objectContaining({ problem: 'damaged' }));
  }
});
