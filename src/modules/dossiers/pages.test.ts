import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { listAbout } from '#modules/audit/index.ts';
import { listPapers } from '#modules/documents/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { onePixel } from '#platform/files/testing.ts';
import { accept } from './actions/accept.ts';
import { makeDailyRoot } from './actions/make-daily-root.ts';
import { readDossier } from './actions/read-dossier.ts';
import type { DossierEvent, EventOf } from './rules/event.ts';
import { aDesk, type Browser, type Desk, fieldsOf } from './testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin } from './testing-office.ts';

const db = await testDatabase();
const HOUSEHOLD_BUSINESS = '1.001612';
const ONE_STOP = 'Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành';
let desk: Desk;
let clerk: Actor;
let atCounter: Browser;
let atSection: Browser;
let stranger: Browser;

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  atCounter = await desk.browser(clerk);
  atSection = await desk.browser(await desk.actorOf(desk.office('Phòng Tài chính - Kế hoạch'), 'specialist'));
  stranger = await desk.browser(await desk.actorOf(desk.office('Phòng Tư pháp'), 'specialist'));
});

async function anAccepted(): Promise<string> {
  const procedure = await desk.procedure(HOUSEHOLD_BUSINESS);
  const input = aFilingInput(procedure, desk.office(ONE_STOP));
  const done = await accept(desk.deps, aBeginPress(clerk, input));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

const at = (number: string, what = '') => `/lam-viec/ho-so/${number}${what && `/${what}`}`;

async function dossierOf(number: string) {
  const read = await readDossier(desk.deps, { actor: clerk, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.dossier;
}

async function eventOf<T extends DossierEvent['type']>(number: string, type: T) {
  const read = await readDossier(desk.deps, { actor: clerk, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.events.find((event): event is EventOf<T> => event.type === type);
}

/** Opens the form as a person would, changes what is typed, and presses. */
async function press(browser: Browser, number: string, slug: string, typed: Record<string, string> = {}) {
  const page = await browser.get(at(number, slug));
  expect(page.statusCode, page.body.slice(0, 300)).toBe(200);
  const answer = await browser.post(at(number, slug), { ...fieldsOf(page.body, at(number, slug)), ...typed });
  expect(answer.statusCode, errorIn(answer.body)).toBe(303);
  return answer;
}

function errorIn(html: string): string {
  return /<section class="ds-error-summary"[\s\S]*?<\/section>/.exec(html)?.[0] ?? html.slice(0, 500);
}

async function inWork(): Promise<string> {
  const number = await anAccepted();
  await press(atCounter, number, 'chuyen', { note: 'Chủ hộ đi xa' });
  await press(atSection, number, 'nhan');
  await press(atSection, number, 'bat-dau');
  return number;
}

async function leaderOf(number: string): Promise<Browser> {
  const { holder } = await dossierOf(number);
  const office = desk.offices.find((one) => one.id === holder?.officeId);
  if (!office) throw new Error('nobody holds it');
  return desk.browser(await desk.actorOf(office, 'signing-leader'));
}

describe('the page of a dossier', () => {
  test('shows who, what, when, and one filled button', async () => {
    const number = await anAccepted();
    desk.setClock('2022-07-25T09:00:00'); // an hour later somebody has held it
    const { body, statusCode } = await atCounter.get(at(number));
    desk.setClock('2022-07-25T08:00:00');
    expect(statusCode).toBe(200);
    for (const said of [
      'bà Huỳnh Thị Mỹ Duyên',
      'căn cước ••••4512',
      'còn 3 ngày làm việc',
      'thứ Năm, 28/07/2022',
      'Đã tính',
      'Chuyển Phòng Tài chính - Kế hoạch',
      'Tiếp nhận, hẹn trả 28/07/2022',
    ])
      expect(body).toContain(said);
    expect(body.match(/class="ds-button" data-variant="primary"/g)).toHaveLength(1);
    expect(body).not.toMatch(/ style=|<script>|\{[a-z]+\}|dossiers\.[a-z]/);
  });

  test('numbers of persons stand whole only in the answer to a press, and the press is logged', async () => {
    const number = await anAccepted();
    const open = async () => (await atCounter.get(at(number))).body;
    expect(await open()).not.toContain('087188004512');
    const asked = await atCounter.post(at(number, 'du-so'), {});
    expect(asked.statusCode).toBe(200);
    expect(asked.body).toContain('căn cước 087188004512');
    expect(asked.headers['cache-control']).toContain('no-store');
    expect(await open()).not.toContain('087188004512');
    const again = await atCounter.get(at(number, 'du-so'));
    expect([again.statusCode, again.headers.location]).toEqual([303, at(number)]);
    const pressed = await listAbout(db.app, { kind: 'dossier', id: number }, 20);
    expect(pressed.filter((entry) => entry.action === 'dossiers/unmask')).toMatchObject([
      { account_id: clerk.accountId, office_id: desk.office(ONE_STOP).id, result: 'allowed' },
    ]);
    expect(pressed.find((entry) => entry.action === 'dossiers/read')?.reason).toBe('page');
  });

  test('who may not see a dossier cannot unmask it, nor anybody without the token', async () => {
    const number = await anAccepted();
    expect((await stranger.post(at(number, 'du-so'), {})).statusCode).toBe(404);
    expect((await atCounter.post(at(number, 'du-so'), { _csrf: 'x' })).statusCode).toBe(403);
    expect((await atCounter.post(at("'--", 'du-so'), {})).statusCode).toBe(404);
    const tried = await listAbout(db.app, { kind: 'dossier', id: number }, 20);
    expect(tried[0]).toMatchObject({ result: 'refused', action: 'dossiers/read' });
  });

  test('just accepted it offers the receipt to print', async () => {
    const number = await anAccepted();
    const [receipt] = (await dossierOf(number)).receiptIds;
    const { body } = await atCounter.get(`${at(number)}?moi=1`);
    expect(body).toContain('Đã tiếp nhận hồ sơ');
    expect(body).toContain(at(number, `giay/${receipt}`));
  });

  test('answers a press with what was done, only to who did it', async () => {
    const number = await anAccepted();
    const { headers } = await press(atCounter, number, 'chuyen');
    const answered = 'role="status"';
    expect((await atCounter.get(String(headers.location))).body).toContain(answered);
    expect((await atSection.get(String(headers.location))).body).not.toContain(answered);
    expect((await atCounter.get(at(number))).body).not.toContain(answered);
  });

  test('offers nobody what they may not do', async () => {
    const number = await anAccepted();
    const { body } = await atCounter.get(at(number));
    expect(body).not.toContain(at(number, 'ky'));
    expect((await stranger.get(at(number))).statusCode).toBe(404);
    expect((await atCounter.get(at('000.00.11.H20-220725-9999'))).statusCode).toBe(404);
  });

  test('the history says what, who, and what they wrote', async () => {
    const number = await inWork();
    const { body } = await atCounter.get(at(number, 'dien-bien'));
    expect(body).toContain('Ghi chú: Chủ hộ đi xa');
    expect(body.indexOf('Bắt đầu:')).toBeLessThan(body.indexOf('Tiếp nhận, hẹn trả'));
  });
});

describe('the road by its pages', () => {
  test('forwarded, handled, signed, handed over', async () => {
    const number = await inWork();
    await press(atSection, number, 'xong', { title: 'Giấy chứng nhận', content: 'Cấp cho bà Duyên' });
    const leader = await leaderOf(number);
    expect((await leader.get(at(number, 'ky'))).body).toContain('Cấp cho bà Duyên');
    await press(leader, number, 'ky', { outcome: 'granted', title: 'Giấy chứng nhận', content: 'Cấp' });
    const resultClerk = await desk.browser(await desk.actorOf(desk.office(ONE_STOP), 'result-clerk'));
    const asking = await resultClerk.get(at(number, 'tra-ket-qua'));
    expect(asking.body).toContain('••••4512');
    expect(asking.body).not.toContain('087188004512');
    await press(resultClerk, number, 'tra-ket-qua', { by: 'signature', proof: 'sổ trang 12' });
    expect((await dossierOf(number)).state).toBe('returned');
    expect((await eventOf(number, 'handed-over'))?.personal).toMatchObject({
      receiver: { idNumber: '087188004512' },
    });
    expect((await atCounter.get(at(number))).body).toContain('Đã trả kết quả');
  });

  test('a supplement is asked for, told, received with a scan that can be opened', async () => {
    const number = await inWork();
    const asking = await atSection.get(at(number, 'bo-sung'));
    const rows = fieldsOf(asking.body, at(number, 'bo-sung'));
    const free = Object.keys(rows).filter((name) => /^item\.\d+\.name$/.test(name) && rows[name] === '');
    const typed = { [free[0] ?? '']: 'Hợp đồng thuê', reason: 'Chưa có hợp đồng' };
    await press(atSection, number, 'bo-sung', {
      ...typed,
      [(free[0] ?? '').replace('name', 'what')]: 'bản chính',
    });
    expect((await dossierOf(number)).clock.state).toBe('stopped');
    expect((await atCounter.get(at(number))).body).toContain('Đồng hồ đang dừng');
    await press(atCounter, number, 'bao-bo-sung', { by: 'phone' });
    await receiveWithScan(number);
    const receipts = await listPapers(db.app, (await dossierOf(number)).id);
    expect(receipts.filter((one) => one.purpose === 'receipt').map((one) => one.voidReason)).toEqual([
      'replaced',
      null,
    ]);
    const file = (await dossierOf(number)).personal?.papers.at(-1)?.files[0];
    const scan = await atCounter.get(at(number, `tep/${file?.id}`));
    expect(scan.statusCode).toBe(200);
    expect(scan.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect((await stranger.get(at(number, `tep/${file?.id}`))).statusCode).toBe(404);
    expect((await atCounter.get(at(await anAccepted(), `tep/${file?.id}`))).statusCode).toBe(404);
  });

  /** First with a file of a wrong kind beside a good one: the good one must not be chosen again. */
  async function receiveWithScan(number: string) {
    const url = at(number, 'nhan-bo-sung');
    const fields = { ...fieldsOf((await atCounter.get(url)).body, url), 'paper.0.there': '1', note: 'đủ' };
    const good = { field: 'files.0', name: 'hop-dong.png', bytes: onePixel };
    const bad = { field: 'files.0', name: 'thu.txt', bytes: Buffer.from('không phải bản quét') };
    const refused = await atCounter.upload(url, fields, [good, bad]);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('thu.txt');
    const again = { ...fieldsOf(refused.body, url), note: 'đủ' };
    const done = await atCounter.upload(url, again, []);
    expect(done.statusCode, errorIn(done.body)).toBe(303);
    expect((await dossierOf(number)).personal?.papers.at(-1)?.files).toHaveLength(1);
  }

  test('what was mistyped is corrected, and the history says so', async () => {
    const number = await anAccepted();
    const url = at(number, 'sua');
    const fields = { ...fieldsOf((await atCounter.get(url)).body, url), reason: 'gõ nhầm' };
    for (const [name, value] of Object.entries(impossible)) {
      const wrong = await atCounter.post(url, { ...fields, [`applicant.0.${name}`]: value });
      expect(wrong.statusCode, name).toBe(422);
      expect(wrong.body).toContain(`href="#f-applicant-0-${name}"`);
    }
    await press(atCounter, number, 'sua', { ...corrections, reason: 'gõ nhầm' });
    expect((await dossierOf(number)).personal?.applicants[0]).toMatchObject({
      phone: '0900 000 777',
      idKind: 'cmnd',
      idNumber: '340123456',
    });
    expect((await atCounter.get(at(number))).body).toContain('Sửa thông tin hồ sơ');
  });
});

describe('what the keepers of the history do', () => {
  test('personal data is erased by form; page, history and papers say so and stay whole', async () => {
    const number = await anAccepted();
    await press(atCounter, number, 'rut', { reason: 'đổi ý', originals: '1', receiver: 'Duyên' });
    const office = desk.office('Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện');
    const protector = await desk.browser(await desk.actorOf(office, 'data-protection-officer'));
    const url = at(number, 'xoa-du-lieu-ca-nhan');
    expect((await atCounter.get(url)).statusCode).not.toBe(200);
    const fields = fieldsOf((await protector.get(url)).body, url);
    const refused = await protector.post(url, { ...fields, order: '12/QĐ-UBND' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('value="12/QĐ-UBND"');
    await press(protector, number, 'xoa-du-lieu-ca-nhan', {
      ground: 'authority-decision',
      order: '12/QĐ-UBND',
    });
    const page = await protector.get(at(number));
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Thông tin cá nhân đã được xóa');
    expect(page.body).not.toMatch(/Duyên|087188004512|xoa-du-lieu-ca-nhan/);
    const history = await protector.get(at(number, 'dien-bien'));
    expect(history.body).toContain('12/QĐ-UBND');
    expect(history.body).not.toContain('Duyên');
    const [receipt] = (await dossierOf(number)).receiptIds;
    expect((await protector.get(at(number, `giay/${receipt}`))).body).not.toContain('Duyên');
  });

  test('the daily roots are a page to print, a sheet at a time, for those who answer for the history', async () => {
    const inspector = await desk.browser(await desk.actorOf(desk.office(ONE_STOP), 'one-stop-head'));
    expect((await inspector.get('/lam-viec/niem-phong')).body).toContain('Chưa có mã niêm phong');
    const key = { id: 'test', ...generateKeyPairSync('ed25519') };
    for (let day = 1; day <= 14; day += 1)
      await makeDailyRoot(db.app, civilDate(`2022-07-${String(day).padStart(2, '0')}`), key);
    const { body } = await inspector.get('/lam-viec/niem-phong');
    expect(body).toContain('14/07/2022');
    expect(body).not.toContain('02/07/2022');
    const older = await inspector.get('/lam-viec/niem-phong?truoc=2022-07-03');
    expect(older.body).toContain('02/07/2022');
    expect((await inspector.get('/lam-viec/niem-phong?truoc=%27--')).statusCode).toBe(200);
    expect((await stranger.get('/lam-viec/niem-phong')).statusCode).not.toBe(200);
  });
});

describe('a decision', () => {
  test('is never guessed, and a refusal is signed with reasons of its own', async () => {
    const number = await inWork();
    await press(atSection, number, 'xong', { title: 'Quyết định', content: 'Cấp cho bà Duyên' });
    const leader = await leaderOf(number);
    const url = at(number, 'ky');
    const fields = fieldsOf((await leader.get(url)).body, url);
    for (const outcome of ['', '<script>', 'yes'])
      expect((await leader.post(url, { ...fields, outcome, title: 'x', content: 'y' })).statusCode).toBe(422);
    const bare = await leader.post(url, { ...fields, outcome: 'refused', title: 'x', content: 'y' });
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('Từ chối thì phải nói rõ lý do');
    await press(leader, number, 'ky', {
      outcome: 'refused',
      title: 'x',
      content: 'y',
      refusal: 'Địa điểm có tranh chấp',
    });
    const { resultPaperId, outcome } = await dossierOf(number);
    expect(outcome).toBe('refused');
    const paper = await leader.get(at(number, `giay/${resultPaperId}`));
    expect(paper.body).toContain('Địa điểm có tranh chấp');
    expect(paper.body).not.toContain('Cấp cho bà Duyên');
  });
});

describe('a refused press', () => {
  test('keeps what was typed and says what is wrong', async () => {
    const number = await inWork();
    const fields = fieldsOf((await atSection.get(at(number, 'bo-sung'))).body, at(number, 'bo-sung'));
    const refused = await atSection.post(at(number, 'bo-sung'), { ...fields, reason: 'lý do đã gõ' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('lý do đã gõ');
    expect(refused.body).toContain('ds-error-summary');
  });

  test('after somebody else was faster: what happened, the text kept, and a second try works', async () => {
    const number = await inWork();
    const url = at(number, 'xong');
    const old = fieldsOf((await atSection.get(url)).body, url);
    await press(atCounter, number, 'sua', { 'applicant.0.phone': '0900 000 888', reason: 'nhầm' });
    const typed = { title: 'Giấy', content: 'nội dung đã gõ' };
    const late = await atSection.post(url, { ...old, ...typed });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('nội dung đã gõ');
    expect(late.body).toContain('Sửa thông tin hồ sơ');
    const again = await atSection.post(url, { ...fieldsOf(late.body, url), ...typed });
    expect(again.statusCode).toBe(303);
  });

  test('the same press twice is done once', async () => {
    const number = await anAccepted();
    const fields = fieldsOf((await atCounter.get(at(number))).body, at(number, 'chuyen'));
    expect((await atCounter.post(at(number, 'chuyen'), fields)).statusCode).toBe(303);
    const { seq } = await dossierOf(number);
    expect((await atCounter.post(at(number, 'chuyen'), fields)).statusCode).toBe(303);
    expect((await dossierOf(number)).seq).toBe(seq);
  });
});

describe('papers', () => {
  test('the receipt as page and PDF, of this dossier only', async () => {
    const number = await anAccepted();
    const [receipt] = (await dossierOf(number)).receiptIds;
    const { body } = await atCounter.get(at(number));
    const pdf = /href="([^"]*giay\/[^"]*pdf)"/.exec(body)?.[1] ?? '';
    expect((await atCounter.get(at(number, `giay/${receipt}`))).body).toContain('Giấy tiếp nhận hồ sơ');
    expect((await atCounter.get(pdf)).headers['content-type']).toBe('application/pdf');
    expect((await atCounter.get(at(await anAccepted(), `giay/${receipt}`))).statusCode).toBe(404);
    expect((await stranger.get(pdf)).statusCode).toBe(404);
  });

  test('the control slip is frozen once a press', async () => {
    const number = await inWork();
    const url = at(number, 'phieu-kiem-soat');
    const fields = fieldsOf((await atCounter.get(at(number))).body, url);
    const first = await atCounter.post(url, fields);
    const second = await atCounter.post(url, fields);
    expect(first.statusCode).toBe(303);
    expect(second.headers.location).toBe(first.headers.location);
    const slip = await atCounter.get(String(first.headers.location));
    expect(slip.statusCode).toBe(200);
    expect(slip.body).toContain('Phòng Tài chính - Kế hoạch');
    const papers = await listPapers(db.app, (await dossierOf(number)).id);
    expect(papers.filter((paper) => paper.purpose === 'control-slip')).toHaveLength(1);
  });
});

const impossible = { name: ' ', number: '12', born: '01/01/2030', phone: '12', email: 'a b' };
const corrections = { 'applicant.0.phone': '0900 000 777', 'applicant.0.number': '340123456' };
