import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { readDossier } from '#modules/dossiers/index.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { instead } from '#modules/dossiers/testing-stand-in.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aBrowser, aCounter, aFilledForm, type Counter } from './testing.ts';

const db = await testDatabase();
const CODE = '1.001612';
const base = '/lam-viec/tiep-nhan';
let counter: Counter;
let colleague: Actor;
let substitute: Actor;

beforeAll(async () => {
  counter = await aCounter(db);
  colleague = await counter.actorOf(counter.office('Phòng Tư pháp'), 'specialist');
  substitute = instead(colleague, counter.clerk);
});

async function aDraft(browser: Awaited<ReturnType<typeof aBrowser>>) {
  const answer = await browser.post(base, { code: CODE });
  expect(answer.statusCode).toBe(303);
  const procedure = await counter.procedure(CODE);
  const caseKey = procedure.cases[0]?.key ?? '';
  const keys = procedure.papers
    .filter((paper) => paper.required && (paper.caseKey ?? caseKey) === caseKey)
    .map((paper) => paper.key);
  const form = aFilledForm(keys, {
    version: '1',
    case: caseKey,
    'fees.0.quantity': '1',
    'fees.0.amount': '100.000',
  });
  return { path: String(answer.headers.location), form };
}

test('a substitute receives at the counter of who is away; the fee is taken, everything says for whom', async () => {
  const browser = await aBrowser(counter, substitute);
  expect((await browser.get(base)).statusCode).toBe(200);
  const { path, form } = await aDraft(browser);
  const accepted = await browser.post(`${path}/tiep-nhan`, form);
  expect(accepted.statusCode).toBe(303);
  const number = decodeURIComponent(/ho-so\/([^?]+)/.exec(String(accepted.headers.location))?.[1] ?? '');
  const read = await readDossier(counter.deps, { actor: substitute, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  const { dossier, events } = read.value;
  expect(dossier.filing.intakeOfficeId).toBe(counter.oneStop.id);
  expect(events[0]).toMatchObject({
    by: { accountId: colleague.accountId, officeId: counter.oneStop.id },
    body: { instead: { kind: 'substitute', name: counter.clerk.name } },
  });
  const [list] = await db.app
    .selectFrom('cash.list')
    .where('account_id', '=', colleague.accountId)
    .selectAll()
    .execute();
  expect(list).toMatchObject({ office_id: counter.oneStop.id, clerk_name: colleague.name });
  expect(list?.clerk_title).toBe('dossiers.paper.title-instead');
});

test('after the last day, or for who is nobody’s substitute, there is no counter; the draft is not theirs', async () => {
  const { path, form } = await aDraft(await aBrowser(counter, substitute));
  const later = await aBrowser(counter, colleague);
  for (const url of [base, path]) expect((await later.get(url)).statusCode, url).toBe(403);
  expect((await later.post(base, { code: CODE })).statusCode).toBe(403);
  expect((await later.post(`${path}/tiep-nhan`, form)).statusCode).toBe(403);
  const elsewhere = instead(colleague, await counter.actorOf(counter.office('Phòng Nội vụ'), 'specialist'));
  expect((await (await aBrowser(counter, elsewhere)).get(base)).statusCode).toBe(403);
});

test('with counters at two places the page says which one it is about, and begins there', async () => {
  const elsewhere = counter.office('Bộ phận Tiếp nhận và Trả kết quả xã Tân Nhuận Đông');
  const both = instead(counter.clerk, await counter.actorOf(elsewhere, 'reception-officer'));
  const browser = await aBrowser(counter, both);
  const own = (await browser.get(base)).body;
  expect(own).toContain('Tiếp nhận tại:');
  expect(own).toContain(`${elsewhere.name} (thay `);
  expect(own).toContain(`name="quay" value="${counter.oneStop.id}"`);
  const there = (await browser.get(`${base}?q=khai sinh&quay=${elsewhere.id}`)).body;
  expect(there).toContain(`name="quay" value="${elsewhere.id}"`);
  expect(there).toContain(`thu-tuc.json?quay=${elsewhere.id}`);
  const begun = await browser.post(base, { code: '1.001193', quay: elsewhere.id });
  expect(begun.statusCode).toBe(303);
  const id = String(begun.headers.location).split('/').at(-1) ?? '';
  const draft = await db.app.selectFrom('counter.draft').selectAll().where('id', '=', id).execute();
  expect(draft).toMatchObject([{ office_id: elsewhere.id, account_id: both.accountId }]);
  const foreign = await browser.post(base, { code: '1.001193', quay: crypto.randomUUID() });
  expect(foreign.statusCode).toBe(422);
  expect((await (await aBrowser(counter, counter.clerk)).get(base)).body).not.toContain('Tiếp nhận tại:');
});

test('for some matters only: those are begun and received, no others', async () => {
  const matters = [(await counter.procedure(CODE)).field];
  const receives = await aBrowser(counter, instead(colleague, counter.clerk, { matters }));
  const { path, form } = await aDraft(receives);
  const partly = await aBrowser(counter, instead(colleague, counter.clerk, { matters: ['Hộ tịch'] }));
  expect((await partly.post(base, { code: CODE })).statusCode).toBe(422);
  expect((await partly.get(path)).statusCode).toBe(200); // her own draft of before is still hers
  const refused = await partly.post(`${path}/tiep-nhan`, form);
  expect(refused.statusCode).toBe(422);
  expect((await receives.post(`${path}/tiep-nhan`, form)).statusCode).toBe(303);
});
