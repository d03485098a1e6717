import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate, dateOf } from '#kernel/civil-date.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { readDossier } from './actions/read-dossier.ts';
import { recomputeDueDates } from './actions/recompute-due-dates.ts';
import { receivedRows } from './actions/register-rows.ts';
import { verifyHistory } from './actions/verify.ts';
import { findPublicStatus } from './store/public-status.ts';
import { aDesk, fieldsOf } from './testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';

const db = await testDatabase();
const desk = await aDesk(db);
const { deps } = desk;
const { publicKey } = generateKeyPairSync('ed25519');
const offices = await desk.officesInForce();
const find = (name: string) => {
  const office = offices.find((one) => one.name === name);
  if (!office) throw new Error(`no ${name}`);
  return office;
};
const oneStop: OfficeInForce = find(ONE_STOP);
const clerk = await desk.actorOf(oneStop, 'reception-officer');
const specialist = await desk.actorOf(find(SECTION), 'specialist');
const at = (number: string, what = '') => `/lam-viec/ho-so/${number}${what && `/${what}`}`;

/** Three working days by the law. */
async function promise(days: number | null, from: string): Promise<void> {
  await sql`insert into catalogue.commitment
      (id, agency_id, procedure_code, value, unit, decision_number, decision_date, decision_body, valid_from,
       set_by, set_by_name, set_at)
    values (gen_random_uuid(), ${oneStop.agencyId}, ${HOUSEHOLD_BUSINESS}, ${days}, ${days && 'ngay_lam_viec'},
       '15/QĐ-UBND', '2022-07-01', 'UBND huyện Châu Thành', ${from}, gen_random_uuid(), 'Lê Ngọc Châu', now())`.execute(
    db.owner,
  );
}

async function received(): Promise<string> {
  const filing = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), oneStop);
  const done = await accept(deps, aBeginPress(clerk, filing));
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.number;
}
const dossierOf = async (number: string) => {
  const read = await readDossier(deps, { actor: clerk, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.dossier;
};
const datesOf = async (number: string) => {
  const { committedAt, dueAt } = (await dossierOf(number)).clock;
  return [committedAt && dateOf(committedAt), dueAt && dateOf(dueAt)];
};
/** The day of the column "hẹn trả". */
async function inRegister(number: string) {
  const span = {
    officeId: oneStop.id,
    from: civilDate('2022-01-01'),
    to: civilDate('2022-12-31'),
    limit: 99,
  };
  const { rows } = await receivedRows(deps, { ...span, after: null });
  const due = rows.find((row) => row.number === number)?.dueAt;
  return due && dateOf(due);
}
async function press(actor: Actor, number: string, slug: string, typed: Record<string, string> = {}) {
  const browser = await desk.browser(actor);
  const form = await browser.get(at(number, slug));
  return browser.post(at(number, slug), { ...fieldsOf(form.body, at(number, slug)), ...typed });
}
const bodyOf = async (url: string) => (await (await desk.browser(clerk)).get(url)).body.replace(/\s+/g, ' ');
const verified = async () => (await verifyHistory(db.app, deps.keys, publicKey)).ok;

test('a promise counts for what is accepted from its day on, on the receipt, the page, and for the citizen', async () => {
  desk.setClock('2022-07-25T08:00:00');
  await promise(2, '2022-07-26');
  const before = await received();
  expect(await datesOf(before)).toEqual([null, '2022-07-28']);
  expect(await bodyOf(at(before))).not.toContain('Cam kết');

  desk.setClock('2022-07-26T08:00:00');
  const number = await received();
  expect(await datesOf(number)).toEqual(['2022-07-28', '2022-07-29']);
  const page = await bodyOf(at(number));
  expect(page).toContain('Cam kết trả thứ Năm, 28/07/2022');
  expect(page).toContain('Tiếp nhận, hẹn trả 28/07/2022');
  const why = await bodyOf(at(number, 'vi-sao'));
  expect(why).toContain('Ngày hẹn theo cam kết');
  expect(why).toContain('2 ngày làm việc (15/QĐ-UBND ngày 01/07/2022 của UBND huyện Châu Thành)');
  const [receipt = ''] = (await dossierOf(number)).receiptIds;
  const paper = await bodyOf(at(number, `giay/${receipt}`));
  expect(paper).toContain('28/07/2022');
  expect(paper).toContain('Thời gian giải quyết theo quy định</dt><dd>03 ngày làm việc');
  expect(paper).toContain(
    'cam kết 02 ngày làm việc (15/QĐ-UBND ngày 01/07/2022 của UBND huyện Châu Thành); theo quy định chậm nhất 17:00, 29/07/2022',
  );
  const asked = { whole: [number], short: null, agencyIds: [] } as const;
  expect((await findPublicStatus(db.app, { ...asked, short: '' }))?.status).toMatchObject({
    kind: 'not-done',
    dueAt: expect.stringMatching(/^2022-07-28/),
  });
  expect(await verified()).toBe(true);
});

test('a supplement starts both anew; a day off moves both; what stands beside the row is the history', async () => {
  desk.setClock('2022-08-01T08:00:00');
  const number = await received();
  expect(await datesOf(number)).toEqual(['2022-08-03', '2022-08-04']);
  for (const [actor, slug] of [
    [clerk, 'chuyen'],
    [specialist, 'nhan'],
    [specialist, 'bat-dau'],
  ] as const)
    await press(actor, number, slug);
  const form = await (await desk.browser(specialist)).get(at(number, 'bo-sung'));
  const rows = fieldsOf(form.body, at(number, 'bo-sung'));
  const free = Object.keys(rows).find((name) => /^item\.\d+\.name$/.test(name) && rows[name] === '') ?? '';
  const typed = { [free]: 'Hợp đồng thuê', [free.replace('name', 'what')]: 'bản chính', reason: 'Chưa có' };
  expect((await press(specialist, number, 'bo-sung', typed)).statusCode).toBe(303);
  expect(await datesOf(number)).toEqual([null, null]);
  expect(await inRegister(number)).toBe('2022-08-03'); // what the receipt says, until there is another

  desk.setClock('2022-08-08T08:00:00');
  const url = at(number, 'nhan-bo-sung');
  const browser = await desk.browser(clerk);
  const fields = fieldsOf((await browser.get(url)).body, url);
  expect((await browser.upload(url, { ...fields, 'paper.0.there': '1' }, [])).statusCode).toBe(303);
  expect(await datesOf(number)).toEqual(['2022-08-10', '2022-08-11']);

  await sql`insert into calendar.day (date, kind, name, checked) values (${civilDate('2022-08-09')}, 'holiday', 'Bão', true)`.execute(
    db.owner,
  );
  const { id } = await dossierOf(number);
  expect((await recomputeDueDates(deps, [id], 'wait')).moved).toBe(1);
  expect(await datesOf(number)).toEqual(['2022-08-11', '2022-08-12']);
  expect(await inRegister(number)).toBe('2022-08-11');
  expect(await verified()).toBe(true);
});

test('a promise that somebody puts into the row behind the history is found', async () => {
  desk.setClock('2022-08-15T08:00:00');
  const number = await received();
  await sql`update dossiers.due u set committed_due_at = '2022-08-16 17:00+07' from dossiers.dossier d
     where d.id = u.id and d.number = ${number}`.execute(db.owner);
  expect(await verified()).toBe(false);
});
