import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { accepted } from '#kernel/refusal.ts';
import calendarVi from '#modules/calendar/words/vi.json' with { type: 'json' };
import documentsVi from '#modules/documents/words/vi.json' with { type: 'json' };
import { testDatabase } from '#platform/db/testing.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import type { SignedIn } from '#platform/http/sessions.ts';
import { testServer } from '#platform/http/testing.ts';
import { createWords } from '#platform/i18n/words.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import { accept } from '../actions/accept.ts';
import { aBeginPress, aFilingInput, anOfficeOfChauThanh, type Office } from '../testing-office.ts';
import vi from '../words/vi.json' with { type: 'json' };
import { dossierRoutes } from './routes.ts';

const db = await testDatabase();
const both = (words: Readonly<Record<string, string>>) => ({ vi: words, en: words });
const words = createWords({
  ui: uiWords,
  dossiers: both(vi),
  documents: both(documentsVi),
  calendar: both(calendarVi),
});

let office: Office;
let server: Awaited<ReturnType<typeof testServer>>;
let number: string;
const people = new Map<string, Actor>();

beforeAll(async () => {
  office = await anOfficeOfChauThanh(db);
  const oneStop = office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
  const section = office.office('Phòng Tài chính - Kế hoạch');
  people.set('clerk', await office.actorOf(oneStop, 'reception-officer'));
  people.set('specialist', await office.actorOf(section, 'specialist'));
  people.set('stranger', await office.actorOf(office.office('Phòng Tư pháp'), 'specialist'));
  const deps = { ...office.deps, paperWords: words('vi') };
  const files = await openFileStore(mkdtempSync(join(tmpdir(), 'motcua-files-')));
  const renderer = { render: async () => new Uint8Array() };
  server = await testServer({
    words,
    legalClock: deps.clock,
    sessions: {
      authenticate: async ({ cookies }): Promise<SignedIn | null> => {
        const name = cookies['session'] ?? '';
        const actor = people.get(name);
        return actor ? { actor, sessionId: name, state: 'full', csrfSecret: `secret of ${name}` } : null;
      },
    },
    routes: dossierRoutes({
      ...deps,
      papers: { ...deps, files, renderer: renderer as never },
      rootKey: generateKeyPairSync('ed25519'),
      confirmCode: async () => accepted(null),
      secondFactorPage: async () => null,
      demoCode: async () => null,
      deskFrame: async ({ csrf, path, t }) => aFrame({ csrf, path, t }),
    }),
  });
  const procedure = await office.procedure('1.001612');
  const done = await accept(
    deps,
    aBeginPress(people.get('clerk') as Actor, aFilingInput(procedure, oneStop)),
  );
  if (!done.ok) throw new Error(done.refusal.code);
  number = done.value.number;
});

async function whoSigns(): Promise<Actor> {
  const row = await db.owner
    .selectFrom('dossiers.dossier')
    .where('number', '=', number)
    .select('holder_office_id')
    .executeTakeFirstOrThrow();
  const leadership = office.offices.find((one) => one.id === row.holder_office_id);
  if (!leadership) throw new Error('nobody leads');
  return office.actorOf(leadership, 'signing-leader');
}

const headers = (who: string) => ({ cookie: `session=${who}` });

async function get(who: string, url: string) {
  const answer = await server.inject({ url, headers: headers(who) });
  const folder = process.env['KEEP_PAGES'];
  if (folder) writeFileSync(join(folder, `${who}-${url.replace(/\W+/g, '-')}.html`), answer.body);
  return answer;
}

function hiddenOf(html: string, action: string): Record<string, string> {
  const form = html.split(`action="${action}"`)[1]?.split('</form>')[0] ?? '';
  const pairs = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}

const at = (what = '') => `/lam-viec/ho-so/${number}${what}`;

/** Opens the form of a command and presses it, as a browser without scripts does. */
async function press(who: string, slug: string, typed: Readonly<Record<string, string>> = {}) {
  const form = await get(who, at(`/${slug}`));
  expect(form.statusCode).toBe(200);
  return send(who, slug, { ...hiddenOf(form.body, at(`/${slug}`)), ...typed });
}

function send(who: string, slug: string, fields: Readonly<Record<string, string>>) {
  return server.inject({
    method: 'POST',
    url: at(`/${slug}`),
    headers: { ...headers(who), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}

test('who may not see a dossier finds no page of it; a form that is not due says why', async () => {
  expect((await get('stranger', at())).statusCode).toBe(404);
  const early = await get('specialist', at('/xong'));
  expect(early.statusCode).toBe(404);
  const back = await get('clerk', at('/bao-bo-sung'));
  expect(back.statusCode).toBe(422);
  expect(back.body).toContain('nên chưa thể làm việc');
});

test('the whole road, form by form, without scripts', async () => {
  const work = await get('clerk', '/lam-viec');
  expect(work.body).toContain('Việc của tôi');
  expect(work.body).toContain(at());
  const page = await get('clerk', at('?moi=1'));
  expect(page.body).toContain('••••4512');
  expect(page.body).not.toContain('087188004512');
  expect(page.body).toContain('Vì sao hẹn ngày này?');
  expect((await press('clerk', 'chuyen', { note: 'Đủ giấy tờ' })).statusCode).toBe(303);
  expect((await press('specialist', 'nhan')).statusCode).toBe(303);
  expect((await press('specialist', 'bat-dau')).statusCode).toBe(303);
  const asked = { 'item.0.what': 'Bản có chữ ký', reason: 'Đơn chưa ký' };
  const names = hiddenOf((await get('specialist', at('/bo-sung'))).body, at('/bo-sung'));
  expect((await send('specialist', 'bo-sung', { ...names, reason: 'x' })).statusCode).toBe(422);
  expect((await press('specialist', 'bo-sung', asked)).statusCode).toBe(303);
  await get('clerk', '/lam-viec');
  expect((await press('clerk', 'bao-bo-sung', { by: 'phone' })).statusCode).toBe(303);
  const none = await press('clerk', 'nhan-bo-sung', { note: 'chưa có gì' });
  expect([none.statusCode, none.body.includes('chưa có gì')]).toEqual([422, true]);
  expect(
    (await press('clerk', 'nhan-bo-sung', { 'paper.0.there': '1', 'paper.0.originals': '1' })).statusCode,
  ).toBe(303);
  await get('specialist', at());
  await get('specialist', '/lam-viec');
  const draft = { title: 'Giấy chứng nhận', content: 'Cấp giấy chứng nhận' };
  expect((await press('specialist', 'xong', draft)).statusCode).toBe(303);
  people.set('leader', await whoSigns());
  const signing = await get('leader', at('/ky'));
  expect(signing.body).toContain('Cấp giấy chứng nhận');
  await get('leader', at());
  expect((await press('leader', 'ky', { outcome: 'granted', ...draft })).statusCode).toBe(303);
  expect((await get('clerk', '/lam-viec/tra-ket-qua')).body).toContain(at());
  const proofless = await press('clerk', 'tra-ket-qua', {
    receiverName: 'Huỳnh Thị Mỹ Duyên',
    by: 'signature',
  });
  expect(proofless.statusCode).toBe(422);
  const given = {
    receiverName: 'Huỳnh Thị Mỹ Duyên',
    receiverNumber: '087188004512',
    by: 'signature',
    proof: 'Sổ trang 12',
  };
  expect((await press('clerk', 'tra-ket-qua', given)).statusCode).toBe(303);
  const over = await get('clerk', at('/dien-bien'));
  expect(over.body).toContain('Lượt xem hồ sơ');
  expect(over.body).toContain('Sổ trang 12');
  expect((await get('clerk', at())).body).toContain('Đã trả kết quả');
  expect((await get('clerk', '/lam-viec/ho-so?trang-thai=returned')).body).toContain(at());
});

test('a page of before is told what changed and keeps the text', async () => {
  const second = await accept(
    office.deps,
    aBeginPress(
      people.get('clerk') as Actor,
      aFilingInput(
        await office.procedure('1.001612'),
        office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành'),
      ),
    ),
  );
  if (!second.ok) throw new Error(second.refusal.code);
  number = second.value.number;
  const old = hiddenOf((await get('clerk', at('/rut'))).body, at('/rut'));
  expect((await press('clerk', 'chuyen')).statusCode).toBe(303);
  const late = await send('clerk', 'rut', { ...old, reason: 'Người nộp đổi ý' });
  expect(late.statusCode).toBe(409);
  expect(late.body).toContain('Hồ sơ vừa có thay đổi');
  expect(late.body).toContain('Người nộp đổi ý');
  expect(late.body).toContain('Phòng Tài chính - Kế hoạch');
});

async function find(q: string) {
  const token = hiddenOf((await get('clerk', '/lam-viec')).body, '/lam-viec/tim')['_csrf'] ?? '';
  return server.inject({
    method: 'POST',
    url: '/lam-viec/tim',
    headers: { ...headers('clerk'), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, q }).toString(),
  });
}

test('a search stands under an id of ours, for its own person only', async () => {
  expect((await find(number)).headers.location).toBe(at());
  const named = String((await find('mỹ duyên')).headers.location);
  expect(named).toMatch(/^\/lam-viec\/tim\/[0-9a-f-]{36}$/);
  expect((await get('clerk', named)).body).toContain('Huỳnh Thị Mỹ Duyên');
  expect((await get('specialist', named)).statusCode).toBe(404);
});

test('a text too long for a dossier is said at its field, in words, and stays there', async () => {
  const note = 'x'.repeat(100_000);
  const answer = await press('clerk', 'rut', { reason: note });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('href="#f-reason"');
  expect(answer.body).toContain('Nội dung dài quá 20.000 ký tự');
  expect(answer.body).toMatch(/<textarea[^>]*name="reason"[^>]*aria-invalid="true"/);
  expect(answer.body).toContain(note);
  const fits = await press('clerk', 'rut', { reason: 'x'.repeat(20_001).slice(1), seq: '0' });
  expect(fits.statusCode).toBe(409);
});

test('a search longer than any, or with too few letters, comes back with its text', async () => {
  const q = `Huỳnh ${'y'.repeat(1000)}`;
  const long = await find(q);
  expect(long.statusCode).toBe(422);
  expect(long.body).toContain('Nội dung tìm dài quá 500 ký tự');
  expect(long.body).toContain(`value="${q}"`);
  for (const few of ['xã %', '%%%', 'ỹ', '_']) {
    const answer = await find(few);
    expect(answer.statusCode, few).toBe(422);
    expect(answer.body).toContain('Xin gõ ít nhất 3 chữ cái');
    expect(answer.body).toContain(`value="${few}"`);
  }
});

test('whatever is searched for has an answer in words', async () => {
  const sign = fc.constantFrom(...'%_\\\'";:.,*?()<>{}–& \u0000\u200B', 'xã ', 'Mỹ', '12', 'ặ');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: sign, maxLength: 12 }), async (q) => {
      const sent = await find(q);
      const to = sent.headers.location;
      const answer = to ? await get('clerk', to) : sent;
      expect([200, 422]).toContain(answer.statusCode);
      expect(answer.body).toMatch(/Không tìm thấy hồ sơ nào|Xin gõ ít nhất 3 chữ cái|<tbody/);
    }),
    { numRuns: 60 },
  );
});
