import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
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

const price = { 'fees.0.amount': '50.000', 'fees.0.basis': 'Nghị quyết số 01', 'fee-way': 'cash' };
const filled = (change: Form = {}) =>
  aFilledForm(keys, { version: '1', case: caseKey, 'fees.0.quantity': '1', ...price, ...change });

async function aDraft(at: string, more: Form = {}): Promise<string> {
  const answer = await browser.post(at, { code: CODE, ...more });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location).slice(base.length + 1);
}

const dossiersOf = (draft: string) =>
  db.owner.selectFrom('dossiers.dossier').where('draft_id', '=', draft).selectAll().execute();
const payments = () => db.owner.selectFrom('cash.payment').select('id').execute();

/** All that a hostile page could send about the mark. */
const lies: Form = { training: '1', thu: '1', 'draft.training': 'true', number: 'THU-7K3M-QX2P' };
const denials: Form = { training: '', thu: '0', 'draft.training': 'false', reference: '7K3M-QX2P-9DWA' };

describe('a training dossier at the counter', () => {
  test('is begun at its own address, and every page of its draft carries the band', async () => {
    const start = await browser.get(`${base}/thu`);
    expect(start.body).toContain('tập dượt, không có giá trị');
    expect(start.body).toContain('Tập dượt như thật');
    expect((await browser.get(base)).body).not.toContain('tập dượt, không có giá trị');
    expect((await browser.get(base)).body).toContain(`href="${base}/thu"`);
    const id = await aDraft(`${base}/thu`);
    await browser.post(`${base}/${id}/luu-nhap`, filled());
    for (const page of ['', '/bo-sung', '/khong-tiep-nhan'])
      expect((await browser.get(`${base}/${id}${page}`)).body).toContain('tập dượt, không có giá trị');
    expect((await browser.get(`${base}/${id}`)).body).toContain('không thu tiền, không ra biên lai');
    expect((await browser.get(`${base}/thu`)).body).toContain('Huỳnh Thị Mỹ Duyên');
    expect((await browser.get(base)).body).not.toContain(id);
    expect(String((await browser.post(`${base}/${id}/xoa`, {})).headers.location)).toBe(`${base}/thu`);
  });

  test('gets a name of no series, takes no money and is counted nowhere', async () => {
    const before = await payments();
    const id = await aDraft(`${base}/thu`);
    const done = await browser.post(`${base}/${id}/tiep-nhan`, filled({ ...denials }));
    expect(done.headers.location).toMatch(/^\/lam-viec\/ho-so\/THU-[0-9A-Z]{4}-[0-9A-Z]{4}\?moi=1$/);
    const [row] = await dossiersOf(id);
    expect(row).toMatchObject({ training: true, state: 'accepted', short_number: null });
    expect(row?.number).toBe(row?.reference);
    expect(await payments()).toEqual(before);
    expect(await db.owner.selectFrom('dossiers.number_series').select('last').execute()).toEqual([]);
    expect(await db.owner.selectFrom('counter.procedure_use').select('uses').execute()).toEqual([]);
  });

  test('two presses at once make one', async () => {
    const id = await aDraft(`${base}/thu`);
    const press = () => browser.post(`${base}/${id}/tiep-nhan`, filled());
    const answers = await Promise.all([press(), press()]);
    const places = answers.map(({ headers }) => String(headers.location).replace('?moi=1', ''));
    expect(new Set(places).size).toBe(1);
    expect(await dossiersOf(id)).toHaveLength(1);
  });

  test('what was filed as one and is gone on with stays one', async () => {
    const id = await aDraft(`${base}/thu`);
    const filed = await browser.post(`${base}/${id}/ghi-nhan`, filled());
    const name = String(filed.headers.location).split('/').at(-1) ?? '';
    expect(name).toMatch(/^THU-/);
    const next = await browser.get(`${base}/tu/${name}`);
    const again = String(next.headers.location).slice(base.length + 1);
    expect((await browser.get(`${base}/${again}`)).body).toContain('tập dượt, không có giá trị');
    const done = await browser.post(`${base}/${again}/tiep-nhan`, filled({ ...denials }));
    expect(done.headers.location).toContain(name);
    expect(await payments()).toEqual([]);
  });

  test('offers nobody real, and is offered to nobody', async () => {
    const real = await aDraft(base);
    const name = 'Người có thật';
    await browser.post(`${base}/${real}/tiep-nhan`, filled({ 'applicants.0.name': name }));
    expect(await payments()).toHaveLength(1); // of the real one
    const id = await aDraft(`${base}/thu`);
    const asked = await browser.post(`${base}/${id}`, filled({ press: 'find:applicants.0' }));
    expect(asked.body).toContain('Xin nhập dữ liệu bịa');
    expect(asked.body).not.toContain(name);
    const invented = filled({ version: '2', 'applicants.0.name': 'Người bịa ra' });
    expect((await browser.post(`${base}/${id}/tiep-nhan`, invented)).statusCode).toBe(303);
    const another = await aDraft(base);
    const offered = await browser.post(`${base}/${another}`, filled({ press: 'find:applicants.0' }));
    expect(offered.body).toContain(name);
    expect(offered.body).not.toContain('Người bịa ra');
  });
});

test('a real draft is made no training dossier by anything its page sends, nor by its start', async () => {
  const id = await aDraft(base, lies);
  await browser.post(`${base}/${id}/luu-nhap`, filled(lies));
  expect((await browser.get(`${base}/${id}`)).body).not.toContain('tập dượt, không có giá trị');
  const done = await browser.post(`${base}/${id}/tiep-nhan`, filled({ version: '2', ...lies }));
  expect(done.statusCode).toBe(303);
  expect(await dossiersOf(id)).toMatchObject([{ training: false }]);
  expect((await dossiersOf(id))[0]?.number).not.toContain('THU');
});

test('a draft stays what it began as, also by the hand of the database’s owner', async () => {
  const id = await aDraft(`${base}/thu`);
  const turned = db.owner
    .updateTable('counter.draft')
    .set({ training: false })
    .where('id', '=', id)
    .execute();
  await expect(turned).rejects.toThrow('said once');
});

test('a certification, which would take a number of a book, is refused with a sentence', async () => {
  const deps = { ...counter.deps, ownPage: () => '/lam-viec/chung-thuc' };
  const clerk = await aBrowser(
    { ...counter, server: (actor) => counter.serverOf(deps, actor) },
    counter.clerk,
  );
  const refused = await clerk.post(`${base}/thu`, { code: CODE });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Việc chứng thực chưa tập dượt được');
  expect((await clerk.post(base, { code: CODE })).headers.location).toBe('/lam-viec/chung-thuc');
});
