import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { readDossier } from '#modules/dossiers/index.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { addressOf } from '#platform/files/file-store.ts';
import { aPicture, onePixel } from '#platform/files/testing.ts';
import { removeOldDrafts } from './jobs/forget-old-drafts.ts';
import { aBrowser, aCounter, aFilledForm, type Counter, type Form } from './testing.ts';

const db = await testDatabase();
const CODE = '1.001612';
const base = '/lam-viec/tiep-nhan';
let counter: Counter;
let browser: Awaited<ReturnType<typeof aBrowser>>;
let keys: string[];
let caseKey: string;

beforeAll(async () => {
  counter = await aCounter(db);
  browser = await aBrowser(counter, counter.clerk);
  const procedure = await counter.procedure(CODE);
  caseKey = procedure.cases[0]?.key ?? '';
  keys = procedure.papers
    .filter((paper) => paper.required && (paper.caseKey ?? caseKey) === caseKey)
    .map((paper) => paper.key);
});

async function aDraft(code = CODE): Promise<string> {
  const answer = await browser.post(base, { code });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location).slice(base.length + 1);
}

const filled = (change: Form = {}) =>
  aFilledForm(keys, { version: '1', case: caseKey, 'fees.0.quantity': '0', ...change });

async function rowOf(id: string) {
  return db.owner.selectFrom('counter.draft').selectAll().where('id', '=', id).executeTakeFirst();
}

const read = (number: string) =>
  readDossier(counter.deps, { actor: counter.clerk, origin: anOrigin() }, number);

async function countOfDossiers(draft: string): Promise<number> {
  const rows = await db.owner
    .selectFrom('dossiers.dossier')
    .where('draft_id', '=', draft)
    .select('id')
    .execute();
  return rows.length;
}

describe('the start', () => {
  test('finds a procedure without diacritics, while typing and as a page', async () => {
    const hits = (await browser.get(`${base}/thu-tuc.json?q=ho+kinh+doanh`)).json();
    expect(hits.items.map((hit: { press?: string }) => hit.press)).toContain(CODE);
    const long = await browser.get(`${base}?q=${'ho+kinh+doanh+'.repeat(20)}`);
    expect([long.statusCode, long.body.includes('dài quá 200 ký tự')]).toEqual([422, true]);
    expect(long.body).toContain('aria-describedby="f-q-error"');
    expect(long.body.includes(`value="${'ho kinh doanh '.repeat(20).trim()}"`)).toBe(true);
    expect((await browser.get(`${base}?q=ho+kinh+doanh`)).body).toContain('Đăng ký thành lập hộ kinh doanh');
  });

  test('says where to go with what is received elsewhere, and does not begin it', async () => {
    const hit = (await browser.get(`${base}/thu-tuc.json?q=kha+sinh`)).json().items[0];
    expect(hit.label).toBe('Đăng ký khai sinh');
    expect(hit.press).toBeUndefined();
    const refused = await browser.post(base, { code: '1.001193' });
    expect(refused.statusCode).toBe(422);
    expect((await browser.post(base, { code: 'không có' })).statusCode).toBe(422);
  });
});

describe('a draft', () => {
  test('lies sealed, survives, and belongs to one account', async () => {
    const id = await aDraft();
    const saved = await browser.post(`${base}/${id}/luu-nhap`, filled());
    expect(saved.json()).toEqual({ time: '08:00' });
    expect((await browser.get(`${base}/${id}`)).body).toContain('Huỳnh Thị Mỹ Duyên');
    expect((await rowOf(id))?.sealed?.toString('latin1')).not.toContain('087188004512');
    const other = await aBrowser(counter, { ...counter.clerk, accountId: crypto.randomUUID() });
    expect((await other.get(`${base}/${id}`)).statusCode).toBe(404);
    expect((await browser.get(base)).body).toContain('Huỳnh Thị Mỹ Duyên');
    await browser.post(`${base}/${id}/xoa`, {});
    expect(await rowOf(id)).toBeUndefined();
  });

  test('another window is never written over unseen, and typed text is kept', async () => {
    const id = await aDraft();
    const mine = crypto.randomUUID();
    for (const name of ['Một', 'Hai'])
      expect(
        (await browser.post(`${base}/${id}/luu-nhap`, filled({ page: mine, 'applicants.0.name': name })))
          .statusCode,
      ).toBe(200);
    const late = filled({ page: crypto.randomUUID(), 'applicants.0.name': 'Người gõ sau', press: 'later' });
    const refused = await browser.post(`${base}/${id}`, late);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('Người gõ sau');
    const version = /name="version" value="(\d+)"/.exec(refused.body)?.[1] ?? '';
    expect((await browser.post(`${base}/${id}`, { ...late, version })).statusCode).toBe(303);
    expect((await browser.get(`${base}/${id}`)).body).toContain('Người gõ sau');
  });

  test('takes rows, people and scanned cards without scripts', async () => {
    const id = await aDraft();
    await browser.post(`${base}/${id}`, filled({ press: 'add-applicant' }));
    const scan = '087190001234||Nguyễn Văn A|01021990|Nam|Ấp Phú Hòa|15082021|thêm';
    const fields = filled({ 'applicants.1.kind': 'person', version: '2', scan });
    const answer = (await browser.post(`${base}/${id}/quet`, fields)).json();
    expect(answer).toMatchObject({ ok: true, fields: { 'applicants.1.name': 'Nguyễn Văn A' } });
    const spoilt = scan.replace('Nguyễn', 'Nguyeenx');
    expect((await browser.post(`${base}/${id}/quet`, { ...fields, scan: spoilt })).json().ok).toBe(false);
    const page = await browser.post(`${base}/${id}/quet-the`, fields);
    expect(page.body).toContain('value="087190001234"');
  });

  test('shows the due date for what is typed before anything is accepted', async () => {
    const id = await aDraft();
    const piece = await browser.post(`${base}/${id}/xem-truoc`, filled());
    expect(piece.body).toContain('Thứ Năm, 28/07/2022');
    expect((await rowOf(id))?.version).toBe(1);
  });

  test('shows the date that the agency promises, as the receipt will, with that of the law beside it', async () => {
    await sql`insert into catalogue.commitment
        (id, agency_id, procedure_code, value, unit, decision_number, decision_date, decision_body, valid_from,
         valid_to, set_by, set_by_name, set_at)
      values (gen_random_uuid(), ${counter.oneStop.agencyId}, ${CODE}, 2, 'ngay_lam_viec', '15/QĐ-UBND', '2022-07-01',
         'UBND huyện', '2022-07-25', '2022-07-25', gen_random_uuid(), 'Lê Ngọc Châu', now())`.execute(
      db.owner,
    );
    const piece = await browser.post(`${base}/${await aDraft()}/xem-truoc`, filled());
    expect(piece.body).toContain('Thứ Tư, 27/07/2022');
    expect(piece.body).toContain('theo thời hạn cam kết 2 ngày làm việc; theo quy định chậm nhất');
    expect(piece.body).toContain('thứ Năm, 28/07/2022');
    await sql`truncate catalogue.commitment`.execute(db.owner);
  });

  test('keeps good scans, says bad ones by name, and ticks their paper', async () => {
    const id = await aDraft();
    const [key = ''] = keys;
    const files = [
      { field: `files.${key}`, name: 'tờ khai.png', bytes: onePixel },
      { field: `files.${key}`, name: 'trống.pdf', bytes: new Uint8Array() },
      { field: `files.${key}`, name: 'không phải.pdf', bytes: Buffer.from('MZ chương trình') },
    ];
    const form = { version: '1', press: 'upload', 'applicants.0.name': 'Tên còn đây' };
    const answer = await browser.upload(`${base}/${id}`, form, files);
    expect(answer.statusCode).toBe(422);
    for (const text of ['trống.pdf', 'không phải.pdf', 'tờ khai.png', 'Tên còn đây'])
      expect(answer.body).toContain(text);
    const file = await db.owner
      .selectFrom('counter.draft_file')
      .selectAll()
      .where('draft_id', '=', id)
      .execute();
    expect(file.map((row) => row.paper)).toEqual([key]);
    const sent = await browser.get(`${base}/${id}/tep/${file[0]?.file_id}`);
    expect(sent.rawPayload.equals(onePixel)).toBe(true);
    await browser.post(`${base}/${id}`, { version: '2', press: `drop-file:${file[0]?.file_id}` });
    expect((await browser.get(`${base}/${id}/tep/${file[0]?.file_id}`)).statusCode).toBe(404);
  });

  test('a scan that is sent again because the answer was lost is there once', async () => {
    const id = await aDraft();
    const [key = ''] = keys;
    const bytes = aPicture();
    const press = () =>
      browser.upload(`${base}/${id}`, { version: '1', press: 'upload' }, [
        { field: `files.${key}`, name: 'tờ khai.png', bytes },
      ]);
    await press();
    await press();
    const files = await db.owner
      .selectFrom('counter.draft_file')
      .select('paper')
      .where('draft_id', '=', id)
      .orderBy('ordinal')
      .execute();
    expect(files.map(({ paper }) => paper)).toEqual([key]);
  });

  test('goes after 30 days, with its scans', async () => {
    const id = await aDraft();
    const scan = { field: `files.${keys[0]}`, name: 'cũ.png', bytes: aPicture() };
    await browser.upload(`${base}/${id}`, { version: '1', press: 'upload' }, [scan]);
    const file = () =>
      db.owner
        .selectFrom('documents.stored_file')
        .selectAll()
        .where('original_name', 'is', null)
        .where('sha256', '=', addressOf(scan.bytes))
        .execute();
    expect(await counter.deps.files.exists(addressOf(scan.bytes))).toBe(true);
    expect(await file()).toEqual([]);
    await db.owner
      .updateTable('counter.draft')
      .set({ updated_at: instant('2022-06-01T08:00:00') })
      .where('id', '=', id)
      .execute();
    expect(await removeOldDrafts(counter.deps)).toBe(1);
    expect(await rowOf(id)).toBeUndefined();
    expect(await file()).toMatchObject([{ erased_at: expect.any(String) }]);
    await counter.destroyErased();
    expect(await counter.deps.files.exists(addressOf(scan.bytes))).toBe(false);
  });
});

describe('the ends', () => {
  test('accepting gives a number once, whatever is pressed again', async () => {
    const id = await aDraft();
    const press = () => browser.post(`${base}/${id}/tiep-nhan`, filled());
    const [one, two] = await Promise.all([press(), press()]);
    const again = await press();
    const places = [one, two, again].map((answer) => answer.headers.location);
    expect(places.filter((place) => place?.startsWith('/lam-viec/ho-so/')).length).toBeGreaterThanOrEqual(2);
    expect(await countOfDossiers(id)).toBe(1);
    expect((await browser.get(`${base}/${id}`)).statusCode).toBe(303);
    expect((await rowOf(id))?.sealed).toBeNull();
  });

  test('what is missing or wrong is told at once, with everything kept', async () => {
    const id = await aDraft();
    const wrong = {
      'applicants.0.name': '<script>alert(1)</script>',
      'applicants.0.birth-date': '31/02/1988',
      'applicants.0.id-number': '12345',
      [`papers.${keys[0]}.there`]: '',
    };
    const answer = await browser.post(`${base}/${id}/tiep-nhan`, filled(wrong));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('31/02/1988');
    expect(answer.body).not.toContain('<script>alert');
    for (const field of ['birth-date', 'id-number'])
      expect(answer.body).toContain(`href="#f-applicants-0-${field}"`);
    expect(await countOfDossiers(id)).toBe(0);
  });

  test('a doubtful number is accepted when the clerk has checked it', async () => {
    const id = await aDraft();
    const doubtful = filled({ 'applicants.0.sex': 'male' });
    const refused = await browser.post(`${base}/${id}/tiep-nhan`, doubtful);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('name="applicants.0.checked"');
    const version = /name="version" value="(\d+)"/.exec(refused.body)?.[1] ?? '';
    const checked = { ...doubtful, version, 'applicants.0.checked': '1' };
    expect((await browser.post(`${base}/${id}/tiep-nhan`, checked)).statusCode).toBe(303);
  });

  test('files it for later, then goes on with it and accepts; a known person is offered', async () => {
    const id = await aDraft();
    const filed = await browser.post(`${base}/${id}/ghi-nhan`, filled());
    const reference = decodeURIComponent(String(filed.headers.location).split('/').at(-1) ?? '');
    const going = await browser.get(`${base}/tu/${reference}`);
    const next = String(going.headers.location).slice(base.length + 1);
    expect((await browser.get(`${base}/tu/${reference}`)).headers.location).toBe(going.headers.location);
    expect((await browser.get(`${base}/${next}`)).body).toContain('Huỳnh Thị Mỹ Duyên');
    const accepted = await browser.post(`${base}/${next}/tiep-nhan`, filled());
    expect(accepted.headers.location).toMatch(/220725-\d{4}\?moi=1$/);
    const other = await aDraft();
    const found = await browser.post(`${base}/${other}`, {
      version: '1',
      press: 'find:applicants.0',
      'applicants.0.id-number': '087188004512',
    });
    expect(found.body).toContain('Huỳnh Thị Mỹ Duyên');
  });

  test('asks for what is missing, the unticked required papers chosen already', async () => {
    const id = await aDraft();
    const went = await browser.post(`${base}/${id}/toi-bo-sung`, {
      version: '1',
      case: caseKey,
      'applicants.0.name': 'Bà Tư',
    });
    expect(went.headers.location).toBe(`${base}/${id}/bo-sung`);
    const page = await browser.get(`${base}/${id}/bo-sung`);
    expect(page.body).toMatch(/name="items\.0\.asked"[^>]*checked/);
    const empty = await browser.post(`${base}/${id}/bo-sung`, { 'items.0.asked': '1', reason: ' ' });
    expect(empty.statusCode).toBe(422);
    const sent = await browser.post(`${base}/${id}/bo-sung`, { 'items.0.asked': '1', reason: 'Chưa ký tên' });
    const reference = decodeURIComponent(String(sent.headers.location).split('/').at(-1) ?? '');
    expect(await read(reference)).toMatchObject({
      ok: true,
      value: { dossier: { state: 'correction-asked' } },
    });
  });

  test('does not accept, with the reason', async () => {
    const id = await aDraft();
    await browser.post(`${base}/${id}/toi-khong-tiep-nhan`, {
      version: '1',
      case: caseKey,
      'applicants.0.name': 'Ông Ba',
    });
    expect((await browser.post(`${base}/${id}/khong-tiep-nhan`, { reason: '' })).statusCode).toBe(422);
    const sent = await browser.post(`${base}/${id}/khong-tiep-nhan`, { reason: 'Không thuộc thẩm quyền' });
    const reference = decodeURIComponent(String(sent.headers.location).split('/').at(-1) ?? '');
    expect(await read(reference)).toMatchObject({ ok: true, value: { dossier: { state: 'not-accepted' } } });
  });

  test('two clerks on one dossier: the second is told, keeps what was typed, and may go on', async () => {
    const first = await aDraft();
    const filed = await browser.post(`${base}/${first}/ghi-nhan`, filled());
    const reference = decodeURIComponent(String(filed.headers.location).split('/').at(-1) ?? '');
    const mine = String((await browser.get(`${base}/tu/${reference}`)).headers.location);
    const other = await aBrowser(counter, await counter.actorOf(counter.oneStop, 'reception-officer', 1));
    const theirs = String((await other.get(`${base}/tu/${reference}`)).headers.location);
    expect(theirs).not.toBe(mine);
    const asked = { 'items.0.asked': '1', reason: 'Thiếu chữ ký' };
    expect((await other.post(`${theirs}/bo-sung`, asked)).statusCode).toBe(303);
    const late = filled({ 'applicants.0.address': 'Địa chỉ vừa sửa' });
    const refused = await browser.post(`${mine}/tiep-nhan`, late);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('Địa chỉ vừa sửa');
    const version = () =>
      browser.get(mine).then((page) => /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? '');
    await browser.post(mine, { ...late, version: await version(), press: 'see' });
    const accepted = await browser.post(`${mine}/tiep-nhan`, { ...late, version: await version() });
    expect(accepted.headers.location).toMatch(/\?moi=1$/);
  });

  test('hostile text is kept harmless: NFC, nothing invisible, no markup', async () => {
    const id = await aDraft();
    const name = 'Nguy\u0065\u0302\u0303n\u0000 \u202EA<b>';
    await browser.post(`${base}/${id}`, filled({ 'applicants.0.name': name, press: 'stay' }));
    const page = (await browser.get(`${base}/${id}`)).body;
    expect(page).toMatch(/value="Nguyễn A&lt;b>?(&gt;)?"/);
  });
});
