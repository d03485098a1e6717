import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { findPaper, verifyPapers } from '#modules/documents/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { decide } from './actions/decide.ts';
import { finishStep } from './actions/finish-step.ts';
import { countMyWork } from './actions/list-my-work.ts';
import { readDossier } from './actions/read-dossier.ts';
import { verifyHistory } from './actions/verify.ts';
import { listLoad } from './store/load.ts';
import { aDesk, type Browser, type Desk, fieldsOf, RIGHT_CODE } from './testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin, aPress } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';
import { delegated, instead } from './testing-stand-in.ts';

const db = await testDatabase();
const { publicKey } = generateKeyPairSync('ed25519');
let desk: Desk;
let clerk: Actor;
let specialist: Actor;
let other: Actor;

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  specialist = await desk.actorOf(desk.office(SECTION), 'specialist');
  other = await desk.actorOf(desk.office('Phòng Tư pháp'), 'specialist');
});

const aKey = () => desk.deps.random.uuid(desk.deps.machineMs());

async function read(number: string, actor = clerk) {
  const found = await readDossier(desk.deps, { actor, origin: anOrigin() }, number);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

const tick = async (number: string) => `${(await read(number)).dossier.seq}~${number}`;
const many = (browser: Browser, lam: string, chon: readonly string[], more: Record<string, string> = {}) =>
  browser.post('/lam-viec/hang-loat', { lam, key: aKey(), chon, ...more });

/** Held by the specialist, who is at work on it. */
async function inWork(): Promise<string> {
  const procedure = await desk.procedure(HOUSEHOLD_BUSINESS);
  const input = aFilingInput(procedure, desk.office(ONE_STOP));
  const done = await accept(desk.deps, aBeginPress(clerk, input));
  if (!done.ok) throw new Error(done.refusal.code);
  const { number } = done.value;
  const atCounter = await desk.browser(clerk);
  const atSection = await desk.browser(specialist);
  await many(atCounter, 'forward', [await tick(number)]);
  for (const step of ['confirm-receipt', 'start-step']) await many(atSection, step, [await tick(number)]);
  expect((await read(number)).dossier.holder?.accountId).toBe(specialist.accountId);
  return number;
}

async function handedUp(): Promise<string> {
  const number = await inWork();
  const draft = { title: 'Quyết định', content: 'Cấp cho bà Duyên' };
  const { seq } = (await read(number)).dossier;
  const done = await finishStep(desk.deps, aPress(specialist, number, seq), { note: null, draft });
  if (!done.ok) throw new Error(done.refusal.code);
  return number;
}

async function theHead(number: string): Promise<Actor> {
  const { holder } = (await read(number)).dossier;
  const office = desk.offices.find((one) => one.id === holder?.officeId);
  if (!office) throw new Error('nobody signs');
  return desk.actorOf(office, 'signing-leader');
}

describe('a specialist is away', () => {
  test('the substitute finds the work apart from their own, goes on, and everything says for whom', async () => {
    const number = await inWork();
    const substitute = instead(other, specialist);
    const browser = await desk.browser(substitute);
    const { body } = await browser.get('/lam-viec');
    expect(body).toContain(`Thay cho ${specialist.name}`);
    expect(body).toContain('Theo Quyết định số 12/QĐ-UBND ngày 20/07/2022');
    expect(body).toContain(number);
    expect(await countMyWork(db.app, substitute, desk.deps.clock.now())).toBeGreaterThan(0);
    const form = await browser.get(`/lam-viec/ho-so/${number}/xong`);
    expect(form.statusCode).toBe(200);
    const fields = fieldsOf(form.body, `/lam-viec/ho-so/${number}/xong`);
    expect(fields['thay']).toBeTruthy();
    const content = { title: 'Giấy chứng nhận', content: 'Cấp' };
    const pressed = await browser.post(`/lam-viec/ho-so/${number}/xong`, { ...fields, ...content });
    expect(pressed.statusCode).toBe(303);
    const history = await browser.get(`/lam-viec/ho-so/${number}/dien-bien`);
    expect(history.body).toContain(`thay ${specialist.name} theo Quyết định số 12/QĐ-UBND ngày 20/07/2022`);
    const slip = await desk.browser(clerk);
    const printed = await slip.post(`/lam-viec/ho-so/${number}/phieu-kiem-soat`, { key: aKey() });
    const paper = await slip.get(String(printed.headers.location));
    expect(paper.body).toContain(`${other.name} (thay ${specialist.name})`);
    expect((await verifyHistory(db.app, desk.deps.keys, publicKey)).ok).toBe(true);
  });

  test('without it, or the day after, the dossier does not exist for them; the try is logged', async () => {
    const number = await inWork();
    const late = instead(other, specialist, { until: civilDate('2022-07-24') });
    const { seq } = (await read(number)).dossier;
    const input = { note: null, draft: null };
    expect(await finishStep(desk.deps, aPress(other, number, seq), input)).toMatchObject({
      refusal: { code: 'dossiers/not-found' },
    });
    const { seenStandsIn } = { seenStandsIn: [late.standsIn?.[0]?.insteadOf?.id ?? ''] };
    const press = { ...aPress(late, number, seq), seenStandsIn };
    expect(await finishStep(desk.deps, press, input)).toMatchObject({
      refusal: { code: 'dossiers/stand-in-ended' },
    });
    const refused = await db.owner
      .selectFrom('audit.entry')
      .where('account_id', '=', other.accountId)
      .where('result', '=', 'refused')
      .select('reason')
      .execute();
    expect(refused.length).toBeGreaterThan(0);
  });

  test('both press the same at once: one is carried out, in one name', async () => {
    const number = await inWork();
    const { seq } = (await read(number)).dossier;
    const input = { note: null, draft: null };
    const both = await Promise.all(
      [specialist, instead(other, specialist)].map((who) =>
        finishStep(desk.deps, aPress(who, number, seq), input),
      ),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({
      refusal: { code: 'dossiers/changed-meanwhile' },
    });
    const { events } = await read(number);
    expect(events.filter(({ type }) => type === 'step-finished')).toHaveLength(1);
  });

  test('the overview counts what was taken over for the substitute, until the last day', async () => {
    const number = await inWork();
    const substitute = instead(other, specialist);
    const browser = await desk.browser(substitute);
    const at = `/lam-viec/ho-so/${number}/hoi-y-kien`;
    const office = desk.office('Phòng Tài nguyên và Môi trường');
    const fields = fieldsOf((await browser.get(at)).body, at);
    const asked = { officeId: office.id, question: 'Đúng quy hoạch không?', answerBy: '27/07/2022' };
    expect((await browser.post(at, { ...fields, ...asked })).statusCode).toBe(303);
    const { filing } = (await read(number)).dossier;
    const openOf = async (accountId: string, now: string) => {
      const lines = await listLoad(db.app, { agencyId: filing.agencyId, officeIds: null }, now as never);
      return lines.filter((line) => line.accountId === accountId).reduce((sum, line) => sum + line.open, 0);
    };
    const during = '2022-07-29T10:00:00+07:00';
    const afterwards = '2022-07-30T10:00:00+07:00';
    expect(await openOf(other.accountId, during)).toBe(1);
    expect(await openOf(other.accountId, afterwards)).toBe(0);
    expect(await openOf(specialist.accountId, afterwards)).toBe(
      (await openOf(specialist.accountId, during)) + 1,
    );
    expect((await verifyHistory(db.app, desk.deps.keys, publicKey)).ok).toBe(true);
  });
});

describe('a leader has delegated the signature', () => {
  test('the folder says for whom; signed, the paper, the history and the signature say so', async () => {
    const number = await handedUp();
    const head = await theHead(number);
    const deputy = delegated(other, head, { ownTitle: 'Phó Chủ tịch phụ trách kinh tế' });
    const browser = await desk.browser(deputy);
    const folder = await browser.get('/lam-viec/ky');
    expect(folder.body).toContain(`Ký KT. ${head.posts[0]?.title} (${head.name}) theo Quyết định số`);
    const { thay = '' } = fieldsOf(folder.body, '/lam-viec/hang-loat');
    expect(thay).not.toBe('');
    const signed = await many(browser, 'decide', [await tick(number)], { ma: RIGHT_CODE, thay });
    expect(signed.body).toContain('Đã làm xong 1 hồ sơ');
    const { dossier, events } = await read(number);
    expect(events.at(-1)).toMatchObject({
      type: 'decided',
      by: { name: other.name },
      body: { instead: { manner: 'KT', name: head.name, decisionNumber: '12/QĐ-UBND' } },
    });
    const paper = await findPaper(db.app, dossier.resultPaperId ?? '');
    expect(paper).toMatchObject({
      content: { signer: { name: other.name, title: 'Phó Chủ tịch', onBehalf: 'KT. Trưởng phòng' } },
      signatures: [{ name: other.name, basis: expect.stringContaining('Quyết định số 12/QĐ-UBND') }],
    });
    const page = await browser.get(`/lam-viec/ho-so/${number}/giay/${dossier.resultPaperId}`);
    expect(page.body).toContain('Căn cứ ký: KT. Trưởng phòng');
    expect((await verifyHistory(db.app, desk.deps.keys, publicKey)).ok).toBe(true);
    expect((await verifyPapers(db.app, desk.deps.signingKeys.root)).wrong).toBeNull();
  });

  test('who has no second factor yet reads where to set it up, and is not asked for a code', async () => {
    const number = await handedUp();
    const deputy = delegated(other, await theHead(number));
    const without = await desk.browser(deputy, { secondFactorPage: async () => '/tai-khoan/ma' });
    const { body } = await without.get('/lam-viec/ky');
    expect(body).toContain(number);
    expect(body).toContain('Cần có mã xác thực trên điện thoại trước khi ký');
    expect(body).toContain('href="/tai-khoan/ma"');
    expect(body).not.toContain('name="ma"');
    expect(body).not.toContain('value="decide"');
  });

  test('ended between the folder and the press: nothing is signed, and the page says so', async () => {
    const number = await handedUp();
    const head = await theHead(number);
    const id = delegated(other, head).standsIn?.[0]?.insteadOf?.id ?? '';
    const vice: Actor = { ...other, posts: head.posts };
    const refused = await many(await desk.browser(vice), 'decide', [await tick(number)], {
      ma: RIGHT_CODE,
      thay: id,
    });
    expect(refused.body).toContain('ủy quyền đã kết thúc');
    expect((await read(number)).dossier.state).toBe('in-progress');
    const { seq } = (await read(number)).dossier;
    const input = { outcome: 'granted', result: { title: 'A', content: 'B' }, note: null } as const;
    const section: Actor = { ...specialist };
    expect(await decide(desk.deps, aPress(section, number, seq), input)).toMatchObject({
      refusal: { code: 'dossiers/no-right-to-sign' },
    });
  });

  test('leader and deputy sign the same at once: one signature, one number', async () => {
    const number = await handedUp();
    const head = await theHead(number);
    const deputy = delegated(other, head, { ownTitle: 'Phó Chủ tịch' });
    const { seq } = (await read(number)).dossier;
    const input = { outcome: 'granted', result: { title: 'A', content: 'B' }, note: null } as const;
    const both = await Promise.all(
      [head, deputy].map((who) => decide(desk.deps, aPress(who, number, seq), input)),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect((await verifyHistory(db.app, desk.deps.keys, publicKey)).ok).toBe(true);
  });

  test('a delegation for other fields shows nothing and signs nothing', async () => {
    const number = await handedUp();
    const deputy = delegated(other, await theHead(number), { matters: ['Hộ tịch'] });
    const browser = await desk.browser(deputy);
    expect((await browser.get('/lam-viec/ky')).body).not.toContain(number);
    expect((await browser.get(`/lam-viec/ho-so/${number}`)).statusCode).toBe(404);
  });
});
