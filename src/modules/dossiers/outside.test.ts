import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { readDossier } from './actions/read-dossier.ts';
import { verifyHistory } from './actions/verify.ts';
import { aDesk, type Fields, fieldsOf } from './testing-desk.ts';
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
const clerk = await desk.actorOf(find(ONE_STOP), 'reception-officer');
const specialist = await desk.actorOf(find(SECTION), 'specialist');
const at = (number: string, what = '') => `/lam-viec/ho-so/${number}${what && `/${what}`}`;
await sql`insert into catalogue.clock_effect (regime, procedure_code, event, effect, basis, checked)
  values ('2018', ${HOUSEHOLD_BUSINESS}, 'opinion', 'suspend', 'Luật thử về thời gian chờ', true)`.execute(
  db.owner,
);

async function press(actor: Actor, number: string, slug: string, typed: Fields = {}) {
  const browser = await desk.browser(actor);
  const form = await browser.get(at(number, slug));
  return browser.post(at(number, slug), { ...fieldsOf(form.body, at(number, slug)), ...typed });
}
const dossierOf = async (number: string) => {
  const read = await readDossier(deps, { actor: clerk, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.dossier;
};
const bodyOf = async (actor: Actor, url: string) =>
  (await (await desk.browser(actor)).get(url)).body.replace(/\s+/g, ' ');

async function inWork(): Promise<string> {
  desk.setClock('2022-07-25T08:00:00');
  const filing = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), find(ONE_STOP));
  const done = await accept(deps, aBeginPress(clerk, filing));
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  const { number } = done.value;
  await press(clerk, number, 'chuyen');
  await press(specialist, number, 'nhan');
  await press(specialist, number, 'bat-dau');
  return number;
}
const typed = {
  officeId: 'medical-board',
  question: 'Hội đồng Giám định y khoa tỉnh, công văn 12/CV ngày 25/07/2022',
  answerBy: '05/08/2022',
};
const rows = async (number: string) =>
  db.owner
    .selectFrom('dossiers.clock_interval as i')
    .innerJoin('dossiers.dossier as d', 'd.id', 'i.dossier_id')
    .where('d.number', '=', number)
    .orderBy('i.seq')
    .select(['i.kind', 'i.office_id'])
    .execute();

test('a wait outside the system: the form, the strip, the history, the date, and nobody of ours is held to it', async () => {
  const number = await inWork();
  const form = await bodyOf(specialist, at(number, 'hoi-y-kien'));
  expect(form).toContain('Ngoài hệ thống: Hội đồng Giám định y khoa');
  expect(form).toContain('Luật thử về thời gian chờ');
  desk.setClock('2022-07-26T08:00:00');
  expect((await press(specialist, number, 'hoi-y-kien', { ...typed, suspends: 'on' })).statusCode).toBe(303);
  const page = await bodyOf(specialist, at(number));
  expect(page).toContain('chờ Hội đồng Giám định y khoa, dự kiến đến hết ngày 05/08/2022');
  expect(page).toContain('Luật thử về thời gian chờ');
  const work = await bodyOf(specialist, '/lam-viec');
  expect(work).toContain('Đang chờ kết quả ngoài hệ thống (1)');
  expect(work).not.toContain('Đơn vị được hỏi ý kiến');
  const watched = await sql`select from dossiers.watched_opinion union all
    select from dossiers.watched where opinions::text <> '[]'`.execute(db.owner);
  expect(watched.rows).toHaveLength(0); // no reminder and no watch of the law takes it for an opinion that is owed
  expect((await rows(number)).at(-1)).toEqual({ kind: 'other-office', office_id: null });
  expect(await bodyOf(specialist, '/lam-viec')).toContain(at(number, 'tra-loi-y-kien')); // it is theirs to follow up

  desk.setClock('2022-08-02T08:00:00');
  const answer = { answer: 'Biên bản giám định 45/BB ngày 01/08/2022' };
  expect((await press(specialist, number, 'tra-loi-y-kien', answer)).statusCode).toBe(303);
  const { clock } = await dossierOf(number);
  expect([clock.state, clock.dueAt && dateOf(clock.dueAt)]).toEqual(['running', '2022-08-04']);
  const after = await bodyOf(specialist, at(number));
  expect(after).toContain('Đã có kết quả của Hội đồng Giám định y khoa, không còn chờ');
  expect(await bodyOf(specialist, at(number, 'vi-sao'))).toContain('26/07/2022');
  expect((await rows(number)).map(({ kind }) => kind).at(-1)).toBe('running');
  expect((await verifyHistory(db.app, deps.keys, publicKey)).ok).toBe(true);
});

test('nothing is lost of what is typed; who does not hold it neither begins nor ends it', async () => {
  const number = await inWork();
  const without = await press(specialist, number, 'hoi-y-kien', { ...typed, question: ' ' });
  expect(without.statusCode).toBe(422);
  expect(without.body).toContain('value="05/08/2022"');
  expect(without.body).toContain('value="medical-board" selected');
  const none = await press(specialist, number, 'hoi-y-kien', { ...typed, officeId: 'nowhere' });
  expect(none.statusCode).toBe(422);
  expect((await press(specialist, number, 'hoi-y-kien', typed)).statusCode).toBe(303);
  expect((await dossierOf(number)).clock.state).toBe('running'); // the box of the law was not ticked
  const again = await press(specialist, number, 'hoi-y-kien', typed);
  expect(again.statusCode).toBe(422);
  expect(again.body).toContain('Đã ghi việc chờ Hội đồng Giám định y khoa đến ngày này');
  const browser = await desk.browser(clerk);
  expect((await browser.get(at(number, 'hoi-y-kien'))).statusCode).not.toBe(200);
  expect((await browser.get(at(number, 'tra-loi-y-kien'))).statusCode).not.toBe(200);
});
