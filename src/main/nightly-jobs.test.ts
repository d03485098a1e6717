import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { silentLog } from '#platform/log/log.ts';
import { createRandom } from '#platform/random/random.ts';
import { openEveryKey } from './start/secrets.ts';
import { wire } from './wiring.ts';

const { app } = await testDatabase();
const clock = fixedClock(instant('2022-07-25T08:00'));
const dataDir = mkdtempSync(join(tmpdir(), 'motcua-nightly-'));
const assetsFolder = join(dataDir, 'assets');
mkdirSync(assetsFolder);
writeFileSync(join(assetsFolder, 'manifest.json'), '{}');
const keysFolder = join(dataDir, 'keys');
const random = createRandom();
await openEveryKey(keysFolder, random, true);
const application = await wire({
  db: app,
  kind: 'demo',
  legalClock: clock,
  machineClock: clock,
  random,
  rateLimit: { hit: async () => ({ allowed: true, retryAfterSeconds: 0 }) },
  log: silentLog,
  publicUrl: 'http://localhost:8080',
  dataDir,
  keysFolder,
  assetsFolder,
});
afterAll(() => application.close());

test.each(['counter-forget-old-drafts', 'dossiers-forget-kept-scans', 'documents-sweep-files'])(
  'the worker runs %s every night, and it does no harm on an empty installation',
  async (name) => {
    const job = application.jobs.find((one) => one.name === name);
    expect(job?.cron).toMatch(/^\d+ 1[89] \* \* \*$/); // UTC: after midnight in Viet Nam
    await job?.run({}, { jobId: '1', attempt: 1 });
  },
);

test('whatever runs once a day is done at the next start when the machine was off at night', () => {
  const daily = application.jobs.filter((job) => /^\d+ \d+ \* \* \*$/.test(job.cron ?? ''));
  expect(daily.length).toBeGreaterThan(5);
  expect(daily.filter((job) => !job.catchUp).map((job) => job.name)).toEqual([]);
});
