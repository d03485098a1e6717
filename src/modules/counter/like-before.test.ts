import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { forgetDraftsOfErased } from './jobs/forget-old-drafts.ts';
import { aBrowser, aCounter, aFilledForm, type Counter, type Form } from './testing.ts';

const db = await testDatabase();
const CODE = '1.001612';
const base = '/lam-viec/tiep-nhan';
let counter: Counter;
let browser: Awaited<ReturnType<typeof aBrowser>>;
let before: string;

beforeAll(async () => {
  counter = await aCounter(db);
  browser = await aBrowser(counter, counter.clerk);
  before = await anAccepted();
});

async function anAccepted(): Promise<string> {
  const procedure = await counter.procedure(CODE);
  const caseKey = procedure.cases[0]?.key ?? '';
  const keys = procedure.papers
    .filter((paper) => paper.required && (paper.caseKey ?? caseKey) === caseKey)
    .map((paper) => paper.key);
  const begun = await browser.post(base, { code: CODE });
  const form = aFilledForm(keys, {
    version: '1',
    case: caseKey,
    'fees.0.quantity': '0',
    sets: '2',
    note: 'riêng tư',
  });
  const done = await browser.post(`${begun.headers.location}/tiep-nhan`, form);
  expect(done.statusCode).toBe(303);
  return decodeURIComponent(String(done.headers.location))
    .replace(/^.*\/ho-so\//, '')
    .replace(/\?.*$/, '');
}

const key = () => counter.deps.random.uuid(counter.deps.machineMs());
const like = (form: Form) => browser.post(`${base}/nhu/${before}`, { key: key(), like: 'all', ...form });

test('the page offers what is the same; no name or number of a person stands in it or its address', async () => {
  const { body, statusCode } = await browser.get(`${base}/nhu/${before}`);
  expect(statusCode).toBe(200);
  for (const shortcut of ['1', '2', '3']) expect(body).toContain(`aria-keyshortcuts="${shortcut}"`);
  expect(body).not.toContain('087188004512');
  const found = await browser.get(`${base}/nhu/${before}?q=ho+kinh+doanh`);
  expect(found.body).toContain(`value="${CODE}"`);
});

test('everything the same: filled in, marked, nothing that must be asked anew; accepted it is a dossier of its own', async () => {
  const begun = await like({ like: 'all' });
  const address = String(begun.headers.location);
  expect(address).toMatch(/^\/lam-viec\/tiep-nhan\/[0-9a-f-]{36}$/);
  const { body } = await browser.get(address);
  expect(body).toContain('value="Huỳnh Thị Mỹ Duyên"');
  expect(body).toContain('chép từ hồ sơ trước');
  expect(body).toContain(before);
  expect(body).not.toContain('riêng tư');
  expect(/name="papers\.[a-z0-9-]+\.there"[^>]* checked/.test(body)).toBe(false);
  const early = await browser.post(`${address}/tiep-nhan`, { ...aFilledForm([]), version: '1' });
  expect(early.statusCode).toBe(422);
});

test('a changed field loses its mark', async () => {
  const address = String((await like({ like: 'person', code: CODE })).headers.location);
  const marks = async () => (await browser.get(address)).body.split('chép từ hồ sơ trước').length;
  const all = await marks();
  await browser.post(`${address}/luu-nhap`, {
    ...aFilledForm([]),
    'applicants.0.name': 'Người Khác',
    version: '1',
    page: key(),
  });
  expect(await marks()).toBeLessThan(all);
});

test('the same procedure for somebody else: the matter and the commune, nothing of the person before', async () => {
  const address = String((await like({ like: 'procedure' })).headers.location);
  const { body } = await browser.get(address);
  expect(body).not.toContain('Huỳnh Thị Mỹ Duyên');
  expect(body).not.toContain('087188004512');
  expect(body).toContain('value="xã Tân Nhuận Đông, huyện Châu Thành, tỉnh Đồng Tháp"');
});

test('the same press twice, also at once, is one draft; each opening of the dossier before is logged', async () => {
  const form = { key: key(), like: 'all' };
  const answers = await Promise.all([like(form), like(form), like(form)]);
  expect(new Set(answers.map((answer) => answer.headers.location)).size).toBe(1);
  const reads = await db.owner
    .selectFrom('audit.entry')
    .where('reason', '=', 'next-like')
    .select('subject_id')
    .execute();
  expect(new Set(reads.map((row) => row.subject_id))).toEqual(new Set([before]));
});

test('a stranger is told there is none; nothing chosen, unknown and hostile input is a sentence or the start', async () => {
  const [post] = counter.clerk.posts;
  if (!post) throw new Error('no post');
  const stranger = {
    ...counter.clerk,
    accountId: key(),
    posts: [{ ...post, officeId: key(), agencyId: key() }],
  };
  const other = await aBrowser(counter, stranger);
  expect((await other.get(`${base}/nhu/${before}`)).statusCode).toBe(404);
  expect((await other.post(`${base}/nhu/${before}`, { key: key(), like: 'all' })).statusCode).toBe(404);
  expect((await browser.get(`${base}/nhu/${'x'.repeat(79)}`)).statusCode).toBe(404);
  expect((await like({ like: 'person' })).statusCode).toBe(422);
  for (const code of ['<script>', 'x'.repeat(5000), "'; drop table", '1.0'])
    expect((await like({ like: 'person', code })).statusCode).toBe(422);
  expect((await like({ like: 'everything' })).statusCode).toBe(303);
  expect((await like({ key: 'x' })).statusCode).toBe(303);
});

test('somebody else’s draft is not opened by its key', async () => {
  const mine = key();
  await like({ key: mine, like: 'all' });
  const other = await aBrowser(counter, { ...counter.clerk, accountId: key() });
  const answer = await other.post(`${base}/nhu/${before}`, { key: mine, like: 'all' });
  expect((await other.get(String(answer.headers.location))).statusCode).toBe(404);
});

test('what was copied goes with the personal data of the dossier before', async () => {
  const draft = String((await like({ like: 'all' })).headers.location);
  const { reference } = await db.owner
    .selectFrom('dossiers.dossier')
    .where('number', '=', before)
    .select('reference')
    .executeTakeFirstOrThrow();
  const run = { jobId: 'x', attempt: 1 };
  await forgetDraftsOfErased(counter.deps).run({ payload: { reference, number: before } }, run);
  expect((await browser.get(draft)).statusCode).toBe(404);
});
