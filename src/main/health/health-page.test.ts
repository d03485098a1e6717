import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import { createWords } from '#platform/i18n/words.ts';
import { openSigningKeys } from '#platform/papers/signing-keys.ts';
import { createRandom } from '#platform/random/random.ts';
import { aFrame } from '#ui/testing.ts';
import { actorOf } from '../access-rows.ts';
import { insertBackup } from '../backup/backup-records.ts';
import { moduleWords } from '../module-words.ts';
import { signingFolder } from '../start/secrets.ts';
import { noteDatabaseSize } from './database-size.ts';
import { HEALTH_PATH, healthRoutes } from './health-routes.tsx';

const { app, owner } = await testDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'motcua-health-'));
const keysFolder = join(dataDir, 'keys');
const machineClock = fixedClock(instant('2026-11-25T10:00'));
const random = createRandom();
let server: Awaited<ReturnType<typeof testServer>>;

beforeAll(async () => {
  mkdirSync(keysFolder);
  const keys = await openSigningKeys({
    dir: signingFolder(keysFolder),
    mayMake: true,
    random,
    nowMs: machineClock.nowMs,
  });
  const leader = { id: '1', name: 'Đỗ Văn Sơn', title: 'Chủ tịch', organisation: 'UBND huyện Châu Thành' };
  await keys.signerFor(leader);
  writeFileSync(join(signingFolder(keysFolder), 'rubbish.pem'), 'no certificate');
  await sql`insert into graphile_worker._private_known_crontabs (identifier, known_since)
    values ('seal-audit', '2026-11-25T09:59+07')`.execute(owner);
  server = await testServer({
    routes: healthRoutes({
      db: app,
      legalClock: machineClock,
      machineClock,
      kind: 'real',
      dataDir,
      keysFolder,
      deskFrame: async (request) => aFrame({ t: request.t, path: request.path, csrf: request.csrf }),
    }),
    words: createWords(moduleWords),
    sessions: sessionsOf(actorOf('system-administrator')),
    legalClock: machineClock,
  });
});
afterAll(() => rmSync(dataDir, { recursive: true }));

async function seen(language = 'vi'): Promise<string> {
  const cookie = `session=1; ngon-ngu=${language}`;
  const { body, statusCode } = await server.inject({ method: 'GET', url: HEALTH_PATH, headers: { cookie } });
  expect(statusCode).toBe(200);
  expect(body).not.toMatch(/ style=|<script>|\{[a-z]+\}|main\.[a-z]/);
  return body;
}

const RED = /<div class="ds-alert" data-color="danger"[\s\S]*?<\/div>/;

async function tried(time: string, problem: string | null): Promise<void> {
  const at = instant(time);
  const whole = { name: 'motcua-20261125-093000-0190a1b2', bytes: 1_500_000_000, files: 9 };
  const kept = problem === null ? whole : { name: null, bytes: null, files: null };
  const params = problem === null ? {} : { dir: '/srv/<b>' };
  const record = { startedAt: at, endedAt: at, scheduled: true, parent: '/srv', problem, params, ...kept };
  await insertBackup(owner, random.uuid(0), record);
}

test('without a backup there is a red line that says so, and what to do', async () => {
  const red = RED.exec(await seen())?.[0] ?? '';
  expect(await seen()).toMatch(/data-color="danger"[^>]*><svg[\s\S]{0,200}Cần xử lý ngay/);
  expect(red).toContain('Chưa có bản sao lưu');
  expect(red).toContain('./motcua backup');
});

test('a failed one says why in words, escaped, and the line stays red', async () => {
  await tried('2026-11-25T09:00', 'backup-disk-full');
  const body = await seen();
  expect(RED.test(body)).toBe(true);
  expect(body).toContain('Ổ đĩa chứa /srv/&lt;b> đã đầy');
});

test('a whole one takes the red away, a day later it is back', async () => {
  await tried('2026-11-25T09:30', null);
  const body = await seen();
  expect(body).not.toMatch(RED);
  for (const said of [
    '25/11/2026 09:30',
    '1,5\u00a0GB',
    'Đầy đủ, đã phục hồi thử',
    '/srv/motcua-20261125-093000-0190a1b2',
  ])
    expect(body).toContain(said);
  machineClock.set(instant('2026-11-26T09:31'));
  expect(RED.exec(await seen())?.[0]).toContain('đã quá một ngày');
  expect(RED.exec(await seen('en'))?.[0]).toContain('more than a day old');
  machineClock.set(instant('2026-11-25T10:00'));
});

test('names database, jobs, disk, certificates, clock and version', async () => {
  const body = await seen();
  for (const said of ['PostgreSQL 18', 'Còn trống', 'Đỗ Văn Sơn', 'khớp với giờ của máy', 'Một Cửa 0.'])
    expect(body).toContain(said);
  expect(body).toContain('Chưa có số của ngày trước');
  expect(body).toContain('nằm trên máy chủ riêng (vùng lưu pg_default)'); // no cluster in this data folder
  const day = { day: civilDate('2026-11-24'), bytes: '1000', noted_at: instant('2026-11-24T00:05') };
  await app.insertInto('platform.database_size').values(day).execute();
  await noteDatabaseSize({ db: app, machineClock }).run({}, { jobId: '1', attempt: 1 });
  await noteDatabaseSize({ db: app, machineClock }).run({}, { jobId: '1', attempt: 2 }); // once a day
  expect(await seen()).toMatch(/Tăng \d+[,.\d]*\u00a0MB so với ngày 24\/11\/2026/);
  expect(body).toMatch(/cấu trúc dữ liệu \d{4}_[a-z-]+\.sql/);
  machineClock.set(instant('2026-11-25T10:05'));
  expect(await seen()).toContain('Chương trình xử lý việc nền không hoạt động');
});
