import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { owe } from '#modules/cash/index.ts';
import type { Browser } from '#modules/dossiers/testing-desk.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { answer } from './actions/answer.ts';
import { ask } from './actions/ask.ts';
import { deleteQuestions } from './store/questions.ts';
import { anOfficer, aQuestion, askBy, DUYEN, HOME, type OfficerDesk, pressBy } from './testing.ts';

const db = await testDatabase();
let desk: OfficerDesk;
let officer: Browser;
let atCounter: Browser;
let number: string;

beforeAll(async () => {
  desk = await anOfficer(db);
  officer = await desk.browser(desk.actors.officer);
  atCounter = await desk.browser(desk.actors.clerk);
  number = await desk.accepted();
});

const entriesOf = async (action: string) =>
  db.owner.selectFrom('audit.entry').selectAll().where('action', '=', action).orderBy('position').execute();

describe('everything held about one number', () => {
  test('the dossier, what is held, until when; the number stands nowhere whole', async () => {
    const url = await askBy(officer);
    expect(url).toMatch(/^\/lam-viec\/bao-ve-du-lieu\/hoi\/[0-9a-f-]{36}$/);
    const { body, statusCode } = await officer.get(url);
    expect(statusCode).toBe(200);
    for (const said of [
      '••••4512',
      number,
      'Đăng ký thành lập hộ kinh doanh',
      'người nộp',
      'thông tin người này',
      'dòng nhật ký',
      'Đang giải quyết, chưa được xóa',
      '45/GYC',
    ])
      expect(body).toContain(said);
    expect(body).not.toContain(DUYEN);
    expect(body).not.toMatch(/ style=|\{[a-z]+\}|protection\.[a-z]/);
  });

  test('the log has who asked, why and by which paper, and every dossier opened; never the number', async () => {
    const url = await askBy(officer);
    const asked = (await entriesOf('protection/ask')).at(-1);
    expect(asked).toMatchObject({
      account_id: desk.actors.officer.accountId,
      post_id: desk.actors.officer.posts[0]?.id,
      subject_kind: 'question',
      subject_id: url.split('/').at(-1),
      reason: 'person-asks-access:45/GYC',
      result: 'allowed',
    });
    await officer.get(url);
    expect((await entriesOf('dossiers/read')).at(-1)).toMatchObject({
      subject_id: number,
      reason: 'question',
    });
    const { rows } = await sql<{ all: string }>`
      select string_agg(e::text, '|') || (select string_agg(q::text, '|') from protection.question q) as all
        from audit.entry e`.execute(db.owner);
    expect(rows[0]?.all).not.toMatch(/087188004512|Duyên/);
  });

  test('a refused question keeps what was typed; hostile input is no question', async () => {
    const refused = await officer.post(`${HOME}/hoi`, { ...aQuestion, 'ly-do': '', key: 'x' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(`value="${DUYEN}"`);
    expect(refused.body).toContain('href="#f-ly-do"');
    for (const hostile of [
      "'; drop table audit.entry; --",
      '<script>alert(7)</script>',
      '\u0000',
      '٠٨٧'.repeat(4),
    ]) {
      for (const field of Object.keys(aQuestion)) {
        const answered = await officer.post(`${HOME}/hoi`, { ...aQuestion, [field]: hostile });
        expect([400, 422], `${field} ${hostile}`).toContain(answered.statusCode);
        expect(answered.body).not.toContain('<script>alert');
      }
    }
    expect((await officer.get(`${HOME}/hoi`)).headers.location).toBe(HOME);
    expect((await officer.get(`${HOME}/hoi/khong-phai`)).statusCode).toBe(404);
  });

  test('the same press twice is one question; a key of somebody else leads to another', async () => {
    const key = desk.deps.random.uuid(desk.deps.machineMs());
    const press = { actor: desk.actors.officer, origin: anOrigin(), key };
    const typed = { number: DUYEN, reason: 'complaint', reference: '7/CV' };
    const [one, two] = await Promise.all([ask(desk.deps, press, typed), ask(desk.deps, press, typed)]);
    expect([one, two]).toEqual([one, { ok: true, value: { id: key } }]);
    const logged = (await entriesOf('protection/ask')).filter((entry) => entry.subject_id === key);
    expect(logged).toHaveLength(1);
    const thief = { ...press, actor: { ...desk.actors.officer, accountId: desk.actors.clerk.accountId } };
    const other = await ask(desk.deps, thief, typed);
    expect(other.ok && other.value.id).not.toBe(key);
  });

  test('it is this officer’s only, and is forgotten after half an hour', async () => {
    const url = await askBy(officer);
    const id = url.split('/').at(-1) ?? '';
    const other = { ...desk.actors.officer, accountId: desk.actors.clerk.accountId };
    const elsewhere = await desk.browser(other);
    const answered = await elsewhere.get(url);
    expect(answered.statusCode).toBe(404);
    expect(answered.body).toContain('không mở lại được');
    const late = { ...anOrigin(), machineNow: instant('2022-07-25T08:31:00') };
    const opened = (origin: typeof late) =>
      answer(desk.deps, { actor: desk.actors.officer, origin }, id, 'question');
    expect(await opened({ ...late, machineNow: instant('2022-07-25T08:29:00') })).toBeDefined();
    expect(await opened(late)).toBeUndefined();
    await deleteQuestions(db.app, instant('2022-07-25T08:31:00'));
    expect((await officer.get(url)).statusCode).toBe(404);
    expect((await officer.get(`${url}/luot-xem`)).statusCode).toBe(404);
    expect((await officer.get(`${url}/ban-sao.json`)).statusCode).toBe(404);
  });

  test('another agency’s officer finds nothing of ours', async () => {
    const theirs = desk.actors.officer.posts.map((post) => ({ ...post, agencyId: post.id }));
    const elsewhere = await desk.browser({ ...desk.actors.officer, posts: theirs });
    const { body } = await elsewhere.get(await askBy(elsewhere));
    expect(body).toContain('Không có hồ sơ nào gắn với số này');
    expect(body).not.toContain(number);
  });
});

describe('the copy for the person', () => {
  test('their own data whole, who read it by post, nobody’s name or address; the export is logged', async () => {
    const url = await askBy(officer);
    await atCounter.get(`/lam-viec/ho-so/${number}`);
    const file = await officer.get(`${url}/ban-sao.json`);
    expect(file.headers['content-type']).toContain('application/json');
    expect(file.headers['content-disposition']).toContain('ban-sao-du-lieu.json');
    const copy = JSON.parse(file.body);
    expect(copy).toMatchObject({ schema: 'motcua/person-copy/1', about: DUYEN, reference: '45/GYC' });
    expect(copy.dossiers[0].own[0]).toMatchObject({
      'Họ tên': 'Huỳnh Thị Mỹ Duyên',
      'Số giấy tờ': DUYEN,
      'Ngày sinh': '14/09/1988',
    });
    expect(copy.reads.some((read: { why: string }) => read.why === 'mở hồ sơ')).toBe(true);
    const { clerk } = desk.actors;
    expect(copy.reads.some((read: { by: string }) => read.by.includes(clerk.posts[0]?.title ?? '-'))).toBe(
      true,
    );
    expect(file.body).not.toContain(clerk.name);
    expect(file.body).not.toContain('127.0.0.1');
    const page = await officer.get(`${url}/ban-sao`);
    expect(page.body).toContain(DUYEN);
    expect(page.body).not.toContain(clerk.name);
    expect((await entriesOf('protection/export')).at(-1)).toMatchObject({
      reason: 'person-asks-access:45/GYC',
      subject_id: url.split('/').at(-1),
    });
  });

  test('the certification book and the money of the dossier, with what was typed about it', async () => {
    const read = await desk.reads(desk.actors.clerk, number);
    if (!read.ok) throw new Error(read.refusal.code);
    const { id, filing } = read.value.dossier;
    const line = { what: 'lần', quantity: 1, sets: 1, unit: 100_000, full: 100_000, exempted: 50_000 };
    const charge = {
      lines: [{ ...line, due: 50_000, basis: null }],
      exemption: { key: 'ho-ngheo', name: 'Hộ nghèo', proof: 'Sổ hộ nghèo số 15' },
      way: 'cash',
    } as const;
    const { intakeOfficeId: officeId, agencyId, procedure } = filing;
    const dossier = { dossierId: id, number, officeId, agencyId, procedure };
    await inTransaction(db.app, (tx) => owe(tx, desk.deps, dossier, charge));
    const book = { agency_id: agencyId, kind: 'copies', year: 2022 };
    await db.owner
      .insertInto('certification.book')
      .values({ ...book, last: 1, one_stop_id: officeId, opened_at: instant('2022-07-25T08:00') })
      .execute();
    const entry = { dossier_id: id, dossier_number: number, ordinal: 1, procedure_code: '2.000815' };
    const by = { entered_by: desk.actors.clerk.accountId, entered_at: instant('2022-07-25T08:00') };
    const said = { requester_name: 'Duyên', document_name: 'Bằng tốt nghiệp', parties: 'Trần Văn Thảo' };
    await db.owner
      .insertInto('certification.entry')
      .values({
        ...book,
        ...entry,
        ...by,
        ...said,
        number: 1,
        volume: 1,
        entered_on: civilDate('2022-07-25'),
        copies: 2,
        fee: 4_000,
      })
      .execute();
    const url = await askBy(officer);
    const shown = (await officer.get(url)).body;
    expect(shown).toContain('1 số chứng thực');
    expect(shown).toContain('1 khoản phí, lệ phí');
    const copied = JSON.parse((await officer.get(`${url}/ban-sao.json`)).body).dossiers[0];
    expect(copied.certified[0]).toContain('số 1, quyển 1/2022, Bằng tốt nghiệp');
    expect(copied.certified[0]).not.toContain('Thảo');
    expect(copied.money[0]).toContain('Sổ hộ nghèo số 15');
    expect((await officer.get(`${url}/ban-sao`)).body).toContain('Bằng tốt nghiệp');
  });

  test('nobody else’s data: another applicant of the same dossier is left out', async () => {
    const read = await desk.reads(desk.actors.clerk, number);
    const duyen = read.ok ? read.value.dossier.personal?.applicants[0] : undefined;
    if (duyen?.kind !== 'person') throw new Error('nobody');
    const husband = { ...duyen, name: 'Trần Văn Thảo', idNumber: '087085001234', phone: '0900 000 999' };
    await desk.accepted({ applicants: [duyen, husband] });
    const file = await officer.get(`${await askBy(officer)}/ban-sao.json`);
    expect(file.body).not.toMatch(/Thảo|087085001234|0900 000 999/);
  });
});

test('an erased dossier says so to who asked before; a new question finds it no more', async () => {
  const applicant = {
    kind: 'person',
    name: 'Lê Minh Đức',
    idKind: 'cccd',
    idNumber: '087083001907',
  } as const;
  const erased = await desk.accepted({
    applicants: [{ ...applicant, birthDate: null, sex: 'male', address: 'Ấp 1', phone: null, email: null }],
  });
  const at = (what: string) => `/lam-viec/ho-so/${erased}/${what}`;
  await pressBy(atCounter, at('rut'), { reason: 'đổi ý', originals: '1', receiver: 'Đức' });
  const url = await askBy(officer, { so: '087083001907', 'ly-do': 'person-asks-erasure' });
  const before = await officer.get(url);
  expect(before.body).toContain(`href="${at('xoa-du-lieu-ca-nhan')}"`);
  expect(before.body).toContain('Phải lưu trữ; cơ quan chưa ghi thời hạn');
  await pressBy(officer, at('xoa-du-lieu-ca-nhan'), { ground: 'authority-decision', order: '12/QĐ-UBND' });
  const after = await officer.get(url);
  expect(after.body).toContain('đã xóa lúc');
  expect(after.body).toContain('12/QĐ-UBND');
  expect(after.body).not.toContain(at('xoa-du-lieu-ca-nhan'));
  expect((await officer.get(`${url}/ban-sao`)).body).not.toMatch(/Đức/);
  const anew = await officer.get(await askBy(officer, { so: '087083001907' }));
  expect(anew.body).toContain('Không có hồ sơ nào gắn với số này');
});
