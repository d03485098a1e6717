import { describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { instant } from '#kernel/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import httpEn from '#platform/http/words/en.json' with { type: 'json' };
import httpVi from '#platform/http/words/vi.json' with { type: 'json' };
import { createWords } from '#platform/i18n/words.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import { addPerson } from '../actions/add-person.ts';
import { correctPerson } from '../actions/correct-person.ts';
import { anOrganisation, loadOrganisation, testDeps } from '../testing.ts';
import { anActor, anAdministrator, making, officeId } from '../testing-administration.ts';
import en from '../words/en.json' with { type: 'json' };
import vi from '../words/vi.json' with { type: 'json' };
import { organisationRoutes } from './organisation-routes.ts';

const { app, owner } = await testDatabase();
const deps = testDeps(app, 'demo');
const now = instant('2026-11-24T08:00:00');
await loadOrganisation(deps, anOrganisation(), now);
const by = await anAdministrator(owner, now);
const words = createWords({ identity: { vi, en }, ui: uiWords, http: { vi: httpVi, en: httpEn } });
const routes = organisationRoutes({
  ...deps,
  deskFrame: async ({ csrf, path }) => aFrame({ csrf, path, t: words('vi') }),
  publicUrl: 'https://motcua.example',
  sectionsOf: async () => ['tu-phap', 'van-hoa'],
  listMatters: async () => [{ code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' }],
  countOpenWork: async () => 3,
});

function serverFor(actor: Actor) {
  return testServer({ words, routes, machineClock: fixedClock(now), sessions: sessionsOf(actor) });
}
const server = await serverFor(by.actor);
const cookie = 'session=1';

async function get(url: string) {
  return server.inject({ url, headers: { cookie } });
}

const field = (body: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

/** Fills in the form of a page and sends it. */
async function press(url: string, typed: Readonly<Record<string, string>>) {
  const { body } = await get(url);
  const hidden = Object.fromEntries(['_csrf', 'lan', 'phien-ban'].map((name) => [name, field(body, name)]));
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...hidden, ...typed }).toString(),
  });
}

async function person(name: string): Promise<string> {
  const added = await addPerson(deps, { ...making(by), typed: { name, phone: '', birthYear: '' } });
  if (!added.ok) throw new Error(added.refusal.code);
  return `/quan-tri/nguoi/${added.value}`;
}

describe('people', () => {
  test('are searched by POST: no name in an address', async () => {
    const answer = await press('/quan-tri/nguoi', { q: 'pham thi ngan' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Phạm Thị Ngân');
    expect(answer.body).not.toContain('Võ Thị Mai');
    expect(answer.body).not.toMatch(/href="[^"]*pham/);
  });

  test('a refused form comes back with all that was typed, and an error at its field', async () => {
    const hostile = '"><script>alert(7)</script>';
    const answer = await press('/quan-tri/nguoi/moi', { 'ho-ten': hostile, 'dien-thoai': '0900 000 001' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="0900 000 001"');
    expect(answer.body).toContain('href="#f-ho-ten"');
    expect(answer.body).not.toContain('<script>alert');
  });

  test('a text that is too long comes back with its form, and the sentence at its field', async () => {
    const long = 'Nguyễn '.repeat(60);
    const answer = await press('/quan-tri/nguoi/moi', { 'ho-ten': long, 'dien-thoai': '0900 000 001' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(long.trim());
    expect(answer.body).toMatch(/href="#f-ho-ten"[^>]*>Nội dung dài quá 300 ký tự/);
  });

  test('who is slower sees what changed, keeps what she typed, and may save after that', async () => {
    const path = await person('Lê Thị Bé');
    const edit = `${path}/sua`;
    const version = field((await get(edit)).body, 'phien-ban');
    const typed = { name: 'Lê Thị Bé', phone: '0900 000 001', birthYear: '' };
    const personId = path.slice(path.lastIndexOf('/') + 1);
    await correctPerson(deps, { ...by, personId, version: Number(version), typed });
    const late = await press(edit, { 'ho-ten': 'Lê Thị Bé Ba', 'phien-ban': version });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('0900 000 001');
    expect(late.body).toContain('value="Lê Thị Bé Ba"');
    expect(field(late.body, 'phien-ban')).not.toBe(version);
    const again = await press(edit, { 'ho-ten': 'Lê Thị Bé Ba', 'phien-ban': field(late.body, 'phien-ban') });
    expect([again.statusCode, again.headers.location]).toEqual([303, path]);
  });

  test('a post is given, a person invited; the link stands on the answer only', async () => {
    const path = await person('Huỳnh Văn Út');
    const post = {
      'don-vi': await officeId(owner, 'section'),
      'vai-tro': 'specialist',
      'chuc-danh': 'Chuyên viên',
    };
    const wrong = await press(`${path}/chuc-danh`, { ...post, tu: '31/02/2022' });
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('value="31/02/2022"')]);
    expect((await press(`${path}/chuc-danh`, { ...post, tu: '25/07/2022' })).statusCode).toBe(303);
    expect((await get(`${path}/tai-khoan`)).body).toContain('value="ut.huynh"');
    const invited = await press(`${path}/tai-khoan`, { 'tai-khoan': 'ut.huynh' });
    expect(invited.body).toMatch(/https:\/\/motcua\.example\/moi\/[\w-]{20,}/);
    expect((await get(path)).body).not.toContain('/moi/');
  });
});

describe('what is not there', () => {
  const nothing = '0190a000-0000-7000-8000-00000000ffff';
  test.each([
    `/quan-tri/nguoi/${nothing}`,
    `/quan-tri/nguoi/${nothing}/sua`,
    '/quan-tri/nguoi/khong-phai-ma',
    `/quan-tri/co-quan/${nothing}`,
    `/quan-tri/co-quan/${nothing}/thay-doi`,
    `/quan-tri/tai-khoan/${nothing}`,
    `/quan-tri/tai-khoan/${nothing}/xoa`,
    `/quan-tri/ra-soat/${nothing}`,
    `/quan-tri/thay-the/delegation/${nothing}/ket-thuc`,
  ])('%s is not found', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });
});

test('nobody but an administrator opens any of it', async () => {
  for (const account of ['ngan.pham', 'hung.le', 'mai.vo']) {
    const other = await serverFor(await anActor(owner, account));
    const administration = routes.filter(({ path }) => path.startsWith('/quan-tri'));
    expect(administration.length).toBeGreaterThan(30);
    for (const { method, path } of administration) {
      const url = path.replace(/:\w+/g, '0190a000-0000-7000-8000-00000000ffff');
      const { statusCode } = await other.inject({ method, url, headers: { cookie } });
      expect([account, path, statusCode]).toEqual([account, path, 403]);
    }
  }
});

test('reading people is in the log, without a name', async () => {
  const path = await person('Đinh Thị Mười');
  await get(path);
  const entry = await owner
    .selectFrom('audit.entry')
    .selectAll()
    .where('action', '=', 'identity/read-person')
    .orderBy('position', 'desc')
    .executeTakeFirst();
  expect(entry).toMatchObject({ subject_id: path.split('/').at(-1), account_id: by.actor.accountId });
  expect(JSON.stringify(entry)).not.toContain('Mười');
});
