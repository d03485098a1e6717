import { beforeAll, expect, test } from 'vitest';
import { allDossiers } from '#modules/dossiers/testing-rows.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aBrowser, aCounter, aFilledForm, type Counter, type Form } from './testing.ts';

const db = await testDatabase();
const CODE = '1.001612';
const base = '/lam-viec/tiep-nhan';
let counter: Counter;
let browser: Awaited<ReturnType<typeof aBrowser>>;

beforeAll(async () => {
  counter = await aCounter(db);
  browser = await aBrowser(counter, counter.clerk);
});

const fee: Form = { 'fees.0.quantity': '1', 'fees.0.amount': '100000' };

async function aFilledDraft(change: Form = {}): Promise<string> {
  const procedure = await counter.procedure(CODE);
  const caseKey = procedure.cases[0]?.key ?? '';
  const keys = procedure.papers
    .filter((paper) => paper.required && (paper.caseKey ?? caseKey) === caseKey)
    .map((paper) => paper.key);
  const begun = String((await browser.post(base, { code: CODE })).headers.location);
  const form = aFilledForm(keys, {
    version: '1',
    case: caseKey,
    ...fee,
    ...change,
  });
  const gone = await browser.post(`${begun}/toi-nhom`, form);
  expect(gone.headers.location).toBe(`${begun}/nhom`);
  return begun;
}

const idOf = (address: string) => address.slice(base.length + 1);
const groupOf = (address: string) =>
  db.owner
    .selectFrom(allDossiers.as('d'))
    .where('group_id', '=', idOf(address))
    .select(['number', 'applicant_name', 'due_at', 'fee_amount'])
    .orderBy('number')
    .execute();
const others: Form = {
  'rows.0.name': 'Nguyễn Văn Hùng',
  'rows.0.id-number': '087090004513',
  'rows.2.name': 'Bé Nguyễn Thị Na',
  'rows.2.birth-date': '01/02/2015',
};

test('one press: a dossier each, with number, receipt, due date and fee of its own; numbers without gap', async () => {
  const address = await aFilledDraft();
  const page = await browser.get(`${address}/nhom`);
  expect(page.body).toContain('name="rows.18.name"');
  const done = await browser.post(`${address}/nhom`, others);
  expect(done.headers.location).toBe(`/lam-viec/nhom/${idOf(address)}`);
  const group = await groupOf(address);
  expect(group.map((row) => row.applicant_name)).toEqual([
    'Huỳnh Thị Mỹ Duyên',
    'Nguyễn Văn Hùng',
    'Bé Nguyễn Thị Na',
  ]);
  const sequence = group.map((row) => Number(row.number?.slice(-4)));
  expect(sequence).toEqual([sequence[0], (sequence[0] ?? 0) + 1, (sequence[0] ?? 0) + 2]);
  expect(group.every((row) => row.due_at !== null)).toBe(true);
  const payments = await db.owner
    .selectFrom('cash.payment')
    .where(
      'dossier_number',
      'in',
      group.map((row) => row.number ?? ''),
    )
    .select('amount')
    .execute();
  expect(payments.map((row) => row.amount)).toEqual(group.map((row) => row.fee_amount));
  const again = await browser.post(`${address}/nhom`, others);
  expect(again.headers.location).toBe(done.headers.location);
  expect(await groupOf(address)).toHaveLength(3);
});

test('back on any page of the draft one is shown the whole group; of one accepted alone its dossier', async () => {
  const address = await aFilledDraft();
  await browser.post(`${address}/nhom`, others);
  const group = `/lam-viec/nhom/${idOf(address)}`;
  for (const page of ['', '/nhom', '/bo-sung', '/khong-tiep-nhan'])
    expect([page, (await browser.get(`${address}${page}`)).headers.location]).toEqual([page, group]);
  for (const press of ['', '/tiep-nhan', '/toi-nhom', '/toi-bo-sung'])
    expect([press, (await browser.post(`${address}${press}`, {})).headers.location]).toEqual([press, group]);
  const alone = await aFilledDraft();
  const procedure = await counter.procedure(CODE);
  const keys = procedure.papers.filter((paper) => paper.required).map((paper) => paper.key);
  const form = aFilledForm(keys, { version: '2', case: procedure.cases[0]?.key ?? '' });
  const done = await browser.post(`${alone}/tiep-nhan`, { ...form, ...fee });
  const dossier = String(done.headers.location).replace('?moi=1', '');
  expect(dossier).toMatch(/^\/lam-viec\/ho-so\//);
  for (const page of ['', '/nhom'])
    expect([page, (await browser.get(`${alone}${page}`)).headers.location]).toEqual([page, dossier]);
  expect((await browser.post(`${alone}/nhom`, others)).headers.location).toBe(dossier);
});

test('the same press at once makes the group once', async () => {
  const address = await aFilledDraft();
  await Promise.all([1, 2, 3].map(() => browser.post(`${address}/nhom`, others)));
  expect(await groupOf(address)).toHaveLength(3);
});

test.each<[string, Form, string]>([
  ['nobody else', {}, 'Chưa có người nào'],
  [
    'a number twice',
    { ...others, 'rows.1.name': 'Ai Đó', 'rows.1.id-number': '087 090 004 513' },
    'đã có ở một người khác',
  ],
  [
    'the number of the first',
    { 'rows.0.name': 'Ai Đó', 'rows.0.id-number': '087188004512' },
    'đã có ở một người khác',
  ],
  ['no number and no birth date', { 'rows.0.name': 'Ai Đó' }, 'rows.0.birth-date'],
  ['a wrong number', { ...others, 'rows.0.id-number': '<script>' }, 'rows.0.id-number'],
  ['a name too long', { ...others, 'rows.0.name': 'x'.repeat(5000) }, 'rows.0.name'],
  ['born in the future', { ...others, 'rows.2.birth-date': '01/01/2090' }, 'rows.2.birth-date'],
])('%s: a sentence, nothing accepted, nothing typed lost', async (_, form, said) => {
  const address = await aFilledDraft();
  const refused = await browser.post(`${address}/nhom`, form);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain(said);
  if (form['rows.2.name']) expect(refused.body).toContain('value="Bé Nguyễn Thị Na"');
  expect(await groupOf(address)).toEqual([]);
  const row = await db.owner
    .selectFrom('counter.draft')
    .where('id', '=', idOf(address))
    .select('dossier')
    .executeTakeFirst();
  expect(row?.dossier).toBeNull();
});

test('who pays less is asked of each person: an exemption of the first one is nobody else’s', async () => {
  const address = await aFilledDraft({ exemption: 'ho-ngheo', 'exemption-proof': 'HN-01' });
  const refused = await browser.post(`${address}/nhom`, others);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Miễn, giảm được xét riêng cho từng người');
  expect(refused.body).toContain('value="Bé Nguyễn Thị Na"');
  expect(await groupOf(address)).toEqual([]);
});

test('somebody else’s draft makes no group', async () => {
  const address = await aFilledDraft();
  const other = await aBrowser(counter, { ...counter.clerk, accountId: crypto.randomUUID() });
  expect((await other.get(`${address}/nhom`)).statusCode).toBe(404);
  expect((await other.post(`${address}/nhom`, others)).statusCode).toBe(404);
});
