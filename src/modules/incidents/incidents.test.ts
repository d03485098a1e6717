import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Role } from '#kernel/actor.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { listAbout } from '#modules/audit/index.ts';
import { anOrganisation, loadOrganisation, testDeps } from '#modules/identity/testing.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { issueToken } from '#platform/http/csrf.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createRandom } from '#platform/random/random.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import { noteAtWork } from './actions/note-at-work.ts';
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
  const at = (legalNow: Instant) => noteAtWork({ db: db.app, random }, { legalNow, machineNow: legalNow });

  test('away for an hour of office time is recorded once, a night is not', async () => {
    for (const moment of ['08:00', '08:01', '09:30', '09:30', '16:59'])
      await at(instant(`2022-07-25T${moment}:00`));
    await at(instant('2022-07-26T07:05:00'));
    const found = await listIncidents(db.app, 10);
    expect(found.map(({ from, to }) => [from.slice(5, 16), to?.slice(5, 16)])).toEqual([
      ['07-25T09:30', '07-25T16:59'],
      ['07-25T08:01', '07-25T09:30'],
    ]);
    expect(found[0]).toMatchObject({ system: 'software', recordedBy: null, recordedByName: 'Một Cửa' });
    expect((await browser.get(base)).body).toContain('phần mềm không chạy trong giờ làm việc');
  });
});
