import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Role } from '#kernel/actor.ts';
import { instant } from '#kernel/instant.ts';
import { listAbout } from '#modules/audit/index.ts';
import { anOrganisation, loadOrganisation, testDeps } from '#modules/identity/testing.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { issueToken } from '#platform/http/csrf.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createRandom } from '#platform/random/random.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import { noteAtWork } from './actions/note-at-work.ts';
import { noteHealth } from './actions/note-health.ts';
import { incidentRoutes } from './pages/routes.tsx';
import { listIncidents } from './store.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const db = await testDatabase();
const random = createRandom();
const NOW = instant('2022-07-25T10:00:00');
const base = '/quan-tri/su-co';
let browser: Awaited<ReturnType<typeof browserOf>>;

function anActor(role: Role): Actor {
  const id = '00000000-0000-7000-8000-000000000009';
  const post = { id, role, title: role, officeId: id, officeName: 'Văn phòng', agencyId: id, leads: false };
  return { accountId: id, personId: id, name: 'Lê Ngọc Châu', posts: [post] };
}

async function browserOf(role: Role) {
  const deskFrame = async ({ t, path, csrf }: Parameters<typeof aFrame>[0] & object) =>
    aFrame({ ...(t && { t }), ...(path && { path }), ...(csrf && { csrf }) });
  const server = await testServer({
    routes: incidentRoutes({ db: db.app, random, deskFrame }),
    words: createWords({ ui: uiWords, incidents: { vi, en } }),
    sessions: sessionsOf(anActor(role)),
    legalClock: { now: () => NOW },
  });
  const csrf = issueToken('secret of x', randomBytes(12));
  const cookies = { session: 'x' };
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
  };
  return {
    get: (url: string) => server.inject({ method: 'GET', url, cookies }),
    post: (url: string, form: Readonly<Record<string, string>>) => {
      const payload = new URLSearchParams({ _csrf: csrf, ...form }).toString();
      return server.inject({ method: 'POST', url, cookies, headers, payload });
    },
  };
}

const form = (change: Record<string, string> = {}) => ({
  key: crypto.randomUUID(),
  'he-thong': 'national-portal',
  'tu-ngay': '25/07/2022',
  'tu-gio': '08:15',
  'den-ngay': '',
  'den-gio': '',
  'don-vi': 'tat-ca',
  'noi-dung': 'Không đồng bộ được hồ sơ',
  ...change,
});

beforeAll(async () => {
  await loadOrganisation(testDeps(db.owner, 'demo'), anOrganisation(), instant('2022-07-01T08:00:00'));
  browser = await browserOf('system-administrator');
});

beforeEach(async () => {
  await db.owner.deleteFrom('incidents.unwell').execute();
  await db.owner.deleteFrom('incidents.incident').execute();
  await db.owner.deleteFrom('incidents.seen_at_work').execute();
});

describe('recorded by the administrator', () => {
  test('a list that is empty says what belongs there', async () => {
    expect((await browser.get(base)).body).toContain('Chưa có sự cố nào');
  });

  test('an incident that goes on, once, audited; then its end, once', async () => {
    const sent = form();
    expect((await browser.post(`${base}/ghi`, sent)).statusCode).toBe(303);
    expect((await browser.post(`${base}/ghi`, sent)).statusCode).toBe(303); // pressed twice
    const [incident] = await listIncidents(db.app, 10);
    expect(await listIncidents(db.app, 10)).toHaveLength(1);
    expect(incident).toMatchObject({
      system: 'national-portal',
      from: '2022-07-25T08:15:00+07:00',
      to: null,
    });
    const id = incident?.id ?? '';
    expect((await listAbout(db.app, { kind: 'incident', id }, 5)).map(({ action }) => action)).toEqual([
      'incidents/record',
    ]);
    const list = (await browser.get(base)).body;
    expect(list).toContain('từ 08:15, 25/07/2022, chưa kết thúc');
    expect(list).toContain('Cổng Dịch vụ công quốc gia');

    const end = { 'den-ngay': '25/07/2022', 'den-gio': '09:40' };
    expect((await browser.get(`${base}/${id}/ket-thuc`)).body).toContain('10:00');
    expect((await browser.post(`${base}/${id}/ket-thuc`, end)).statusCode).toBe(303);
    expect((await browser.post(`${base}/${id}/ket-thuc`, end)).statusCode).toBe(303); // the same end again
    const other = await browser.post(`${base}/${id}/ket-thuc`, { ...end, 'den-gio': '09:50' });
    expect(other.statusCode).toBe(422);
    expect(other.body).toContain('đã được ghi lúc kết thúc');
    expect((await browser.get(base)).body).toContain('từ 08:15, 25/07/2022 đến 09:40, 25/07/2022');
    await expect(
      db.app.updateTable('incidents.incident').set({ to_at: NOW }).where('id', '=', id).execute(),
    ).rejects.toThrow('ends once');
  });

  test.each([
    [{ 'tu-gio': '10:30' }, 'Lúc bắt đầu ở sau lúc này'],
    [{ 'tu-gio': '8 giờ' }, 'Không đọc được giờ'],
    [{ 'den-ngay': '25/07/2022', 'den-gio': '08:00' }, 'Lúc kết thúc không ở sau lúc bắt đầu'],
    [{ 'den-ngay': '25/07/2022', 'den-gio': '11:00' }, 'Lúc kết thúc ở sau lúc này'],
    [{ 'noi-dung': '  ' }, 'Chưa ghi nội dung'],
    [{ 'don-vi': 'khong-co' }, 'Không có đơn vị này'],
    [{ 'he-thong': 'khac' }, 'Chưa chọn hệ thống'],
  ])('%o is refused in words, and what was typed stays', async (change, words) => {
    const answer = await browser.post(`${base}/ghi`, form(change));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    if (!('noi-dung' in change)) expect(answer.body).toContain('Không đồng bộ được hồ sơ');
    expect(await listIncidents(db.app, 10)).toEqual([]);
  });

  test('nobody else comes here', async () => {
    const clerk = await browserOf('reception-officer');
    expect((await clerk.get(base)).statusCode).toBe(403);
    expect((await clerk.post(`${base}/ghi`, form())).statusCode).toBe(403);
  });
});

describe('noticed by the program itself', () => {
  const deps = { db: db.app, random };
  const both = (legal: string, machine = legal) => ({
    legalNow: instant(legal),
    machineNow: instant(machine),
  });
  const at = (moment: string, machine = moment) => noteAtWork(deps, both(moment, machine));
  const recorded = async () =>
    (await listIncidents(db.app, 10)).map(
      ({ what, from, to }) => `${what} ${from.slice(5, 16)} ${to?.slice(5, 16)}`,
    );

  test('away for an hour of office time is recorded once, a night is not', async () => {
    for (const time of ['08:00', '08:01', '09:30', '09:30', '16:59']) await at(`2022-07-25T${time}:00`);
    await at('2022-07-26T07:05:00');
    expect(await recorded()).toEqual([
      'program-away 07-25T09:30 07-25T16:59',
      'program-away 07-25T08:01 07-25T09:30',
    ]);
    const [found] = await listIncidents(db.app, 1);
    expect(found).toMatchObject({ system: 'software', recordedBy: null, recordedByName: 'Một Cửa' });
    expect((await browser.get(base)).body).toContain('phần mềm không chạy trong giờ làm việc');
  });

  test('the clock of a demo is moved over weeks: nothing was away', async () => {
    await at('2022-07-25T08:00:00', '2026-11-26T14:00:00');
    await at('2022-08-15T10:00:00', '2026-11-26T14:01:00');
    expect(await recorded()).toEqual([]);
  });

  test('two programs that look at the same time record it once; known to be the database it is said', async () => {
    await at('2022-07-25T08:00:00');
    const back = both('2022-07-25T10:00:00');
    await Promise.all([1, 2, 3].map(() => noteAtWork(deps, back, 'database-away')));
    expect(await recorded()).toEqual(['database-away 07-25T08:00 07-25T10:00']);
    expect((await browser.get(base)).body).toContain('cơ sở dữ liệu không dùng được');
  });

  test('a disk that is full for a moment is none; for half an office hour it goes on until there is room', async () => {
    const disk = (time: string, full: boolean) =>
      noteHealth(deps, 'disk', full, both(`2022-07-25T${time}:00`));
    for (const [time, full, done] of [
      ['08:00', true, 'note'],
      ['08:20', true, 'nothing'],
      ['08:21', false, 'forget'],
      ['09:00', true, 'note'],
      ['09:30', true, 'record'],
      ['09:31', true, 'nothing'],
    ] as const)
      expect([time, await disk(time, full)]).toEqual([time, done]);
    expect(await recorded()).toEqual(['disk-full 07-25T09:00 undefined']);
    expect((await browser.get(base)).body).toContain('ổ đĩa gần đầy');
    expect(await disk('11:00', false)).toBe('end');
    expect(await disk('11:01', false)).toBe('nothing');
    expect(await recorded()).toEqual(['disk-full 07-25T09:00 07-25T11:00']);
    const [{ id = '' } = {}] = await listIncidents(db.app, 1);
    expect((await listAbout(db.app, { kind: 'incident', id }, 5)).map(({ action }) => action).sort()).toEqual(
      ['incidents/end', 'incidents/record'],
    );
  });

  test('an end that the administrator has typed stays', async () => {
    const disk = (time: string, full: boolean) =>
      noteHealth(deps, 'disk', full, both(`2022-07-25T${time}:00`));
    await disk('08:00', true);
    await disk('08:40', true);
    const [{ id = '' } = {}] = await listIncidents(db.app, 1);
    const typed = { 'den-ngay': '25/07/2022', 'den-gio': '09:00' };
    expect((await browser.post(`${base}/${id}/ket-thuc`, typed)).statusCode).toBe(303);
    expect(await disk('09:30', false)).toBe('end');
    expect(await recorded()).toEqual(['disk-full 07-25T08:00 07-25T09:00']);
  });
});
