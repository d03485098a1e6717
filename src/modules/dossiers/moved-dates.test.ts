import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { announceDate } from './actions/announce-date.ts';
import { countMovedDates, listMovedDates } from './actions/list-moved-dates.ts';
import { readDossier } from './actions/read-dossier.ts';
import { recomputeDueDates } from './actions/recompute-due-dates.ts';
import { verifyHistory } from './actions/verify.ts';
import { listStandings } from './store/person-dossiers.ts';
import { aDesk, type Browser, type Desk, fieldsOf } from './testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin, aPress } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';

const db = await testDatabase();
const { publicKey } = generateKeyPairSync('ed25519');
let desk: Desk;
let clerk: Actor;
let counter: Browser;

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  counter = await desk.browser(clerk);
});
afterEach(() => sql`delete from calendar.day where name = 'Bão'`.execute(db.owner));

const told = { way: 'phone', outcome: 'reached', note: null } as const;
const page = '/lam-viec/bao-ngay-hen';
const aKey = () => desk.deps.random.uuid(desk.deps.machineMs());

async function anAccepted(): Promise<string> {
  const input = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), desk.office(ONE_STOP));
  const done = await accept(desk.deps, aBeginPress(clerk, input));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

async function read(number: string) {
  const found = await readDossier(desk.deps, { actor: clerk, origin: anOrigin() }, number);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.dossier;
}

async function dayOff(date: string, kind: 'holiday' | null): Promise<void> {
  if (kind === null) await sql`delete from calendar.day where date = ${date}::date`.execute(db.owner);
  else
    await sql`insert into calendar.day (date, kind, name, checked) values (${date}::date, ${kind}, 'Bão', true)`.execute(
      db.owner,
    );
}

const recompute = async (number: string) => recomputeDueDates(desk.deps, [(await read(number)).id]);
const onList = async () => (await listMovedDates(db.app, clerk)).lines.map(({ name }) => name);

test('a moved date waits until it is told; moved back there is nothing to tell', async () => {
  const number = await anAccepted();
  expect((await read(number)).knownDueAt).toBeNull();
  await dayOff('2022-07-27', 'holiday');
  await recompute(number);
  const { knownDueAt, clock } = await read(number);
  expect(knownDueAt?.slice(0, 10)).toBe('2022-07-28');
  expect(clock.dueAt?.slice(0, 10)).toBe('2022-07-29');
  expect(await onList()).toContain(number);
  await dayOff('2022-07-27', null);
  await recompute(number);
  expect((await read(number)).knownDueAt).toBeNull();
  expect(await onList()).not.toContain(number);
});

test('who was not reached stays; who was is noted in the history and leaves the list; twice is refused', async () => {
  const number = await anAccepted();
  await dayOff('2022-07-27', 'holiday');
  await recompute(number);
  const before = await countMovedDates(db.app, clerk);
  const press = async () => aPress(clerk, number, (await read(number)).seq);
  expect((await announceDate(desk.deps, await press(), { ...told, outcome: 'no-answer' })).ok).toBe(true);
  expect(await countMovedDates(db.app, clerk)).toBe(before);
  const both = await Promise.all(
    [await press(), await press()].map((one) => announceDate(desk.deps, one, told)),
  );
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(await countMovedDates(db.app, clerk)).toBe(before - 1);
  expect(await announceDate(desk.deps, await press(), told)).toMatchObject({
    refusal: { code: 'dossiers/date-known' },
  });
  expect((await verifyHistory(db.app, desk.deps.keys, publicKey)).ok).toBe(true);
});

test('the page: earlier dates first and said so, one press for many, the leader looks, others have none', async () => {
  const later = await anAccepted();
  const earlier = await anAccepted();
  await dayOff('2022-07-27', 'holiday');
  await recompute(earlier);
  const press = aPress(clerk, earlier, (await read(earlier)).seq);
  expect((await announceDate(desk.deps, press, told)).ok).toBe(true);
  await recompute(later);
  await dayOff('2022-07-27', null);
  await recompute(earlier);
  expect((await read(earlier)).knownDueAt?.slice(0, 10)).toBe('2022-07-29');
  const { lines } = await listMovedDates(db.app, clerk);
  expect(lines[0]?.name).toBe(earlier);
  const { body } = await counter.get(page);
  expect(body).toContain('sớm hơn ngày người dân đang biết');
  expect(body.indexOf(earlier)).toBeLessThan(body.indexOf(later));
  expect(body).not.toContain('0900 000 345');
  expect((await counter.get('/lam-viec')).body).toContain('người cần được báo ngày hẹn đã đổi');
  const form = await counter.get(`/lam-viec/ho-so/${earlier}/bao-ngay-hen`);
  expect(form.body).toContain('0900 000 345');
  const chon = await Promise.all([earlier, later].map(async (one) => `${(await read(one)).seq}~${one}`));
  const fields = { ...fieldsOf(body, `${page}/da-bao`), way: 'zalo', outcome: 'sent', chon };
  const done = await counter.post(`${page}/da-bao`, fields);
  expect(done.body).toContain('Đã làm xong 2 hồ sơ');
  expect((await counter.post(`${page}/da-bao`, fields)).body).toContain('Đã làm xong 2 hồ sơ');
  for (const one of [earlier, later]) expect(await onList()).not.toContain(one);
  const lead = desk.offices.find((one) => one.kind === 'leadership' && one.name.includes('Châu Thành'));
  if (!lead) throw new Error('no leadership');
  const leader = await desk.browser(await desk.actorOf(lead, 'signing-leader'));
  expect((await leader.get(page)).statusCode).toBe(200);
  expect((await leader.post(`${page}/da-bao`, { ...fields, key: aKey() })).statusCode).not.toBe(200);
  const specialist = await desk.browser(await desk.actorOf(desk.office(SECTION), 'specialist'));
  expect((await specialist.get(page)).statusCode).not.toBe(200);
});

test.each([
  [{ way: 'pigeon', outcome: 'sent', chon: '1~x' }, 303],
  [{ way: 'phone', outcome: '<script>', chon: '1~x' }, 303],
  [{ way: 'phone', outcome: 'sent', chon: "' or 1=1 --" }, 422],
  [{ way: 'phone', outcome: 'sent' }, 422],
])('hostile input %j is answered, nothing is noted', async (fields, status) => {
  expect((await counter.post(`${page}/da-bao`, { key: aKey(), ...fields })).statusCode).toBe(status);
});

test('a printed control slip stands in the history; it makes no page out of date; a changed one is found', async () => {
  const number = await anAccepted();
  const { seq } = await read(number);
  const at = `/lam-viec/ho-so/${number}/phieu-kiem-soat`;
  const printed = await counter.post(at, { key: aKey() });
  const paperId = String(printed.headers.location).split('/').at(-1) ?? '';
  const dossier = await read(number);
  expect(dossier).toMatchObject({ seq: seq + 1, changedSeq: seq, task: 'forward' });
  expect(dossier.paperIds).toContain(paperId);
  expect((await counter.get(`/lam-viec/ho-so/${number}/dien-bien`)).body).toContain('In phiếu kiểm soát');
  const old = { lam: 'forward', key: aKey(), chon: `${seq}~${number}` };
  expect((await counter.post('/lam-viec/hang-loat', old)).body).toContain('Đã làm xong 1 hồ sơ');
  const verify = () => verifyHistory(db.app, desk.deps.keys, publicKey);
  expect((await verify()).ok).toBe(true);
  const changed = await sql`update documents.paper set content_sha256 = repeat('a', 64) where id = ${paperId}`
    .execute(db.owner)
    .then(() => verify());
  expect(changed).toMatchObject({ ok: false, problem: 'paper-changed', where: `${number} ${paperId}` });
});

test('who only printed a slip has not worked on the dossier: reading strangers’ dossiers stays seen', async () => {
  const number = await anAccepted();
  const lead = desk.offices.find((one) => one.kind === 'leadership' && one.name.includes('Châu Thành'));
  if (!lead) throw new Error('no leadership');
  const leader = await desk.actorOf(lead, 'signing-leader');
  const at = `/lam-viec/ho-so/${number}/phieu-kiem-soat`;
  expect((await (await desk.browser(leader)).post(at, { key: aKey() })).statusCode).toBe(303);
  const [standing] = await listStandings(db.app, [number]);
  expect(standing?.workedBy).toEqual([clerk.accountId]);
});
