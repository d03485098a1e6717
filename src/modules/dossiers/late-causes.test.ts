import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { instant } from '#kernel/instant.ts';
import { listAbout } from '#modules/audit/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { askForPayment } from './actions/ask-for-payment.ts';
import { confirmReceipt } from './actions/confirm-receipt.ts';
import { correctCause } from './actions/correct-cause.ts';
import { forward } from './actions/forward.ts';
import { readDossier } from './actions/read-dossier.ts';
import { startStep } from './actions/start-step.ts';
import { tellLateCause } from './actions/tell-late-cause.ts';
import { withdraw } from './actions/withdraw.ts';
import { reckonLateCauses } from './jobs/reckon-late-causes.ts';
import { synchronised } from './rules/late-slices.ts';
import { aDesk, type Desk, fieldsOf } from './testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin, aPress } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';

const db = await testDatabase();
const START = '2022-07-25T08:00:00';
const LATE = '2022-08-08T10:00:00';
let desk: Desk;
let clerk: Actor;
let specialist: Actor;
let head: Actor;

beforeAll(async () => {
  desk = await aDesk(db);
  const oneStop = desk.office(ONE_STOP);
  clerk = await desk.actorOf(oneStop, 'reception-officer');
  head = await desk.actorOf(oneStop, 'one-stop-head');
  specialist = await desk.actorOf(desk.office(SECTION), 'specialist');
});

const read = async (number: string) => {
  const found = await readDossier(desk.deps, { actor: clerk, origin: anOrigin() }, number);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const press = async (actor: Actor, number: string) => aPress(actor, number, (await read(number)).dossier.seq);

/** With the specialist since 8:00 on the 25th of July. */
async function inWork(training = false): Promise<string> {
  desk.setClock(START);
  const input = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), desk.office(ONE_STOP));
  const done = await accept(desk.deps, { ...aBeginPress(clerk, input), training });
  if (!done.ok) throw new Error(done.refusal.code);
  const { number } = done.value;
  await forward(desk.deps, await press(clerk, number), { note: null });
  await confirmReceipt(desk.deps, await press(specialist, number));
  await startStep(desk.deps, await press(specialist, number));
  return number;
}

const reckon = (at: string) => {
  desk.setClock(at);
  return reckonLateCauses(desk.deps).run({}, { jobId: '1', attempt: 1 });
};
const kept = async (number: string) => {
  const { dossier } = await read(number);
  return db.owner
    .selectFrom('dossiers.late_cause')
    .selectAll()
    .where('dossier_id', '=', dossier.id)
    .executeTakeFirst();
};
const input = { to: 'system', reason: 'Phần mềm chậm cả tuần', evidence: 'Biên bản 03/BB' } as const;

test('what the job keeps is what the rule says; nothing of what is in time, nor of training', async () => {
  const [number, training] = [await inWork(), await inWork(true)];
  await reckon('2022-07-26T10:00:00');
  expect(await kept(number)).toBeUndefined();
  await reckon(LATE);
  const opened = await read(number);
  const told = await tellLateCause(desk.deps, db.app, opened, instant(LATE));
  if (!told) throw new Error('it is late');
  const row = await kept(number);
  expect(row).toMatchObject({ cause: 'staff', excess: told.evidence.excess, said_cause: null });
  expect(row?.parts).toEqual(told.evidence.parts);
  expect(row?.office_id).toBe(desk.office(SECTION).id);
  expect(await kept(training)).toBeUndefined();
  await reckon(LATE);
  expect(await kept(number)).toEqual(row);
  await reckon('2022-08-09T10:00:00');
  expect((await kept(number))?.excess).toBeGreaterThan(told.evidence.excess);
});

test('an incident that is recorded later is evidence: the cause is reckoned again', async () => {
  const number = await inWork();
  await reckon(LATE);
  expect((await kept(number))?.cause).toBe('staff');
  const id = desk.deps.random.uuid(desk.deps.machineMs());
  await sql`insert into incidents.incident
    (id, system, from_at, to_at, office_ids, what, recorded_by, recorded_by_name, recorded_at)
    values (${id}, 'software', '2022-07-25T09:00:00+07:00', '2022-08-05T09:00:00+07:00', null, 'Máy chủ treo', null,
            'Một Cửa', ${instant(LATE)})`.execute(db.owner);
  await reckon(LATE);
  expect(await kept(number)).toMatchObject({ cause: 'system' });
  expect(JSON.stringify((await kept(number))?.parts)).toContain(id);
  await sql`delete from incidents.incident where id = ${id}`.execute(db.owner);
});

test('what is not late any more keeps the cause of when it was, for the reports of then', async () => {
  const [waiting, withdrawn, annulled] = [await inWork(), await inWork(), await inWork()];
  desk.setClock(LATE); // nothing was reckoned while they were late
  const payment = { amount: 50_000, basis: 'Thông báo 1/TB', note: null };
  expect((await askForPayment(desk.deps, await press(specialist, waiting), payment)).ok).toBe(true);
  const leaving = { reason: 'đổi ý', originalsReturned: false, receiver: null };
  expect((await withdraw(desk.deps, await press(clerk, withdrawn), leaving)).ok).toBe(true);
  await reckon('2022-08-15T10:00:00');
  for (const number of [waiting, withdrawn]) {
    expect(await kept(number)).toMatchObject({ cause: 'staff', until_at: instant(LATE) });
    expect(await tellLateCause(desk.deps, db.app, await read(number), desk.deps.clock.now())).toBeNull();
  }
  expect(await kept(annulled)).toBeDefined();
});

test('the job reads what has changed and what is open and overdue, nothing of the past', async () => {
  const number = await inWork();
  desk.setClock(LATE);
  const leaving = { reason: 'đổi ý', originalsReturned: false, receiver: null };
  await withdraw(desk.deps, await press(clerk, number), leaving);
  await reckon(LATE);
  const { dossier } = await read(number);
  const mark = (id: string) =>
    db.owner
      .updateTable('dossiers.late_cause')
      .set({ office_name: 'as it was' })
      .where('dossier_id', '=', id)
      .execute();
  await mark(dossier.id);
  await reckon('2022-08-20T10:00:00'); // had it been read, it would be written again
  expect((await kept(number))?.office_name).toBe('as it was');
  const waiting = await db.owner.selectFrom('dossiers.to_reckon').selectAll().execute();
  expect(waiting).toEqual([]);
  const id = desk.deps.random.uuid(desk.deps.machineMs());
  await sql`insert into incidents.incident
    (id, system, from_at, to_at, office_ids, what, recorded_by, recorded_by_name, recorded_at)
    values (${id}, 'sector-software', '2022-07-25T09:00:00+07:00', '2022-08-20T09:00:00+07:00', null, 'x', null, 'x',
            ${instant(LATE)})`.execute(db.owner);
  await reckon('2022-08-20T10:00:00');
  expect(await kept(number)).toMatchObject({ cause: 'synchronisation' });
  await mark(dossier.id);
  await sql`insert into incidents.incident
    (id, system, from_at, to_at, office_ids, what, recorded_by, recorded_by_name, recorded_at)
    values (${dossier.id}, 'power', '2022-08-10T09:00:00+07:00', null, null, 'x', null, 'x',
            ${instant(LATE)})`.execute(db.owner);
  await reckon('2022-08-20T10:00:00'); // after its time
  expect((await kept(number))?.office_name).toBe('as it was');
  await sql`delete from incidents.incident`.execute(db.owner);
});

test.each(synchronised)('an incident of %s can be recorded', async (system) => {
  const id = desk.deps.random.uuid(desk.deps.machineMs());
  await sql`insert into incidents.incident
    (id, system, from_at, to_at, office_ids, what, recorded_by, recorded_by_name, recorded_at)
    values (${id}, ${system}, '2021-07-25T09:00:00+07:00', '2021-07-25T10:00:00+07:00', null, 'x', null, 'x',
            ${instant(LATE)})`.execute(db.app);
});

test('the head of the one-stop corrects it with a reason: old and new stay, the report counts the new at once', async () => {
  const number = await inWork();
  desk.setClock(LATE);
  const one = await press(head, number);
  expect((await correctCause(desk.deps, one, input)).ok).toBe(true);
  expect(await correctCause(desk.deps, one, input)).toMatchObject({ value: { repeated: true } });
  const { events } = await read(number);
  expect(events.filter(({ type }) => type === 'late-cause-corrected')).toHaveLength(1);
  expect(events.at(-1)).toMatchObject({
    body: { from: 'staff', to: 'system' },
    personal: { reason: input.reason, evidence: input.evidence },
    by: { accountId: head.accountId },
  });
  const row = await kept(number);
  expect(row).toMatchObject({ cause: 'staff', said_cause: 'system', said_at: instant(LATE) });
  expect(row?.said_by).toContain(head.name);
  await reckon(LATE);
  expect(await kept(number)).toEqual(row);
  const back = { ...input, to: 'staff' as const, reason: 'Xem lại thì không phải' };
  expect((await correctCause(desk.deps, await press(head, number), back)).ok).toBe(true);
  expect(await kept(number)).toMatchObject({ cause: 'staff', said_cause: 'staff' });
  const log = await listAbout(db.app, { kind: 'dossier', id: number }, 50);
  expect(JSON.stringify(log)).toContain('dossiers/correct-cause');
  expect(JSON.stringify(log)).not.toContain(input.reason);
});

test.each([
  [{ reason: ' ' }, 'dossiers/reason-missing'],
  [{ to: null }, 'dossiers/cause-missing'],
  [{ to: 'staff' as const }, 'dossiers/nothing-changed'],
])('corrected with %j: refused', async (change, code) => {
  const number = await inWork();
  desk.setClock(LATE);
  const answer = await correctCause(desk.deps, await press(head, number), { ...input, ...change });
  expect(answer).toMatchObject({ refusal: { code } });
});

test('what is not late is not corrected, and nobody but the head and the leaders may', async () => {
  const number = await inWork();
  expect(await correctCause(desk.deps, await press(head, number), input)).toMatchObject({
    refusal: { code: 'dossiers/not-late' },
  });
  desk.setClock(LATE);
  expect(await correctCause(desk.deps, await press(clerk, number), input)).toMatchObject({
    refusal: { code: 'dossiers/not-your-post' },
  });
});

test('the page says why, whose time and by which evidence; corrected it says both, with who and why', async () => {
  const number = await inWork();
  desk.setClock(LATE);
  const page = `/lam-viec/ho-so/${number}`;
  const browser = await desk.browser(head);
  const before = (await browser.get(page)).body;
  expect(before).toContain('Vì sao trễ');
  expect(before).toContain('Do cán bộ, đơn vị giải quyết');
  expect(before).toContain('25/07/2022: Bắt đầu');
  const form = `${page}/nguyen-nhan`;
  const empty = (await browser.get(form)).body;
  const refused = await browser.post(form, { ...fieldsOf(empty, form), cause: 'system', reason: '' });
  expect(refused.statusCode).toBe(422);
  const done = await browser.post(form, { ...fieldsOf(empty, form), cause: 'system', reason: input.reason });
  expect(done.statusCode).toBe(303);
  const after = (await browser.get(page)).body;
  for (const said of ['Do hệ thống', 'Do cán bộ, đơn vị giải quyết', input.reason, head.name])
    expect(after).toContain(said);
  const clerks = await desk.browser(clerk);
  expect((await clerks.get(page)).body).not.toContain(form);
  expect((await clerks.get(form)).statusCode).not.toBe(200);
  desk.setClock(START);
  expect((await clerks.get(page)).body).not.toContain('Vì sao trễ');
});
