import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { askForPayment } from './actions/ask-for-payment.ts';
import { recomputeDueDates } from './actions/recompute-due-dates.ts';
import { verifyHistory } from './actions/verify.ts';
import { withdraw } from './actions/withdraw.ts';
import { keepClocksOfOld } from './jobs/keep-clocks.ts';
import { recomputeAfterCalendar } from './jobs/recompute-due-dates.ts';
import { aRoad, supplement } from './testing-road.ts';
import { allDossiers } from './testing-rows.ts';

const db = await testDatabase();
const road = await aRoad(db);
const { office, clerk, specialist, anAccepted, inWork, press, read } = road;
const { deps } = office;
const { publicKey } = generateKeyPairSync('ed25519');

const dayOff = (date: string) =>
  sql`insert into calendar.day (date, kind, name, checked) values (${date}::date, 'holiday', 'Bão', true)`.execute(
    db.owner,
  );
const changed = (from: string, to = from, officeId: string | null = null) =>
  recomputeAfterCalendar(deps).run({ payload: { from, to, officeId } }, { jobId: '1', attempt: 1 });
const dueOf = async (number: string) => (await read(number)).dossier.clock.dueAt?.slice(0, 10);
const typesOf = async (number: string) => (await read(number)).events.map(({ type }) => type);

beforeEach(() => office.setClock('2022-07-25T08:00:00'));
afterEach(() => sql`delete from calendar.day where name = 'Bão'`.execute(db.owner));

test('a new day off moves the dates of open dossiers, with old and new date in the history', async () => {
  const number = await inWork();
  expect(await dueOf(number)).toBe('2022-07-28');
  await dayOff('2022-07-27');
  office.setClock('2022-07-26T09:00:00');
  await changed('2022-07-27');
  const { dossier, events } = await read(number);
  expect(dossier.clock.dueAt?.slice(0, 10)).toBe('2022-07-29');
  expect(dossier.firstDueAt?.slice(0, 10)).toBe('2022-07-28');
  expect(dossier.steps.at(-1)?.dueAt).toBe(dossier.clock.dueAt);
  expect(events.at(-1)).toMatchObject({
    type: 'due-date-recomputed',
    at: '2022-07-26T09:00:00+07:00',
    body: { before: expect.stringMatching(/^2022-07-28/), clock: { dueAt: dossier.clock.dueAt } },
  });
  expect((await verifyHistory(db.app, deps.keys, publicKey)).ok).toBe(true);
});

test('the same change again, and two at once, move it once', async () => {
  const number = await inWork();
  await dayOff('2022-07-27');
  const { id } = (await read(number)).dossier;
  const twice = [recomputeDueDates(deps, [id], 'wait'), recomputeDueDates(deps, [id], 'wait')];
  expect((await Promise.all(twice)).map(({ moved }) => moved).sort()).toEqual([0, 1]);
  await changed('2022-07-27');
  expect((await typesOf(number)).filter((type) => type === 'due-date-recomputed')).toHaveLength(1);
  await sql`delete from calendar.day where name = 'Bão'`.execute(db.owner);
  await changed('2022-07-27');
  expect(await dueOf(number)).toBe('2022-07-28');
});

test('what the days do not concern stays as it is: ended, other offices, standing still', async () => {
  const ended = await anAccepted();
  const reason = { reason: 'Không còn nhu cầu', originalsReturned: true, receiver: 'Lê Minh Đức' };
  expect((await withdraw(deps, await press(clerk, ended), reason)).ok).toBe(true);
  const waiting = await inWork();
  const paid = { amount: 50_000, basis: 'NQ 06', note: null };
  expect((await askForPayment(deps, await press(specialist, waiting), paid)).ok).toBe(true);
  const open = await inWork();
  await dayOff('2022-07-27');
  await changed('2022-08-15', '2022-08-16');
  await changed('2022-07-27', '2022-07-27', '0190a000-0000-7000-8000-00000000ffff');
  expect(await dueOf(open)).toBe('2022-07-28');
  await changed('2022-07-27');
  expect(await dueOf(open)).toBe('2022-07-29');
  for (const number of [ended, waiting]) expect(await typesOf(number)).not.toContain('due-date-recomputed');
});

test('many at once are written as each alone would be; who is being worked on comes last', async () => {
  const numbers = [await inWork(), await anAccepted(), await inWork()];
  const dossiers = await Promise.all(numbers.map(async (number) => (await read(number)).dossier));
  const ids = dossiers.map(({ id }) => id);
  await dayOff('2022-07-27');
  const release = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const working = db.owner.transaction().execute(async (tx) => {
    await tx
      .selectFrom('dossiers.due')
      .where('id', '=', ids[0] ?? '')
      .select('id')
      .forUpdate()
      .execute();
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const first = await recomputeDueDates(deps, ids).finally(() => release.resolve());
  expect(first).toEqual({ moved: 2, busy: [ids[0]] });
  await Promise.all([working, changed('2022-07-27')]);
  for (const number of numbers) {
    expect(await dueOf(number)).toBe('2022-07-29');
    expect((await typesOf(number)).filter((type) => type === 'due-date-recomputed')).toHaveLength(1);
  }
  expect((await verifyHistory(db.app, deps.keys, publicKey)).ok).toBe(true);
});

test('a day before a restart moves the date of QĐ 766 alone: in the history, and nobody is told', async () => {
  const number = await inWork();
  office.setClock('2022-07-27T09:00:00');
  await supplement(road, number, '2022-07-28T09:00:00');
  const before = (await read(number)).dossier;
  expect([before.clock.dueAt, before.national.dueAt].map((at) => at?.slice(0, 10))).toEqual([
    ...['2022-08-02', '2022-07-29'],
  ]);
  await dayOff('2022-07-26');
  await changed('2022-07-26');
  const { dossier } = await read(number);
  expect(dossier.clock.dueAt).toBe(before.clock.dueAt);
  expect(dossier.national.dueAt?.slice(0, 10)).toBe('2022-08-01');
  expect(dossier.knownDueAt).toBeNull();
  expect((await verifyHistory(db.app, deps.keys, publicKey)).ok).toBe(true);
});

test('dossiers from before clocks were kept move too, by their histories; a job notes the same clocks as the presses', async () => {
  const numbers = [await inWork(), await anAccepted()];
  const clocks = async () => {
    const rows = await db.owner
      .selectFrom(allDossiers.as('d'))
      .where('number', 'in', numbers)
      .orderBy('number')
      .select(['kept_clock', 'kept_dates'])
      .execute();
    return rows.map((row) => `${row.kept_clock} ${row.kept_dates}`);
  };
  const forgetClocks = () =>
    sql`update dossiers.due u set kept_clock = null, kept_dates = null from dossiers.dossier d
         where d.id = u.id and d.number = any (${numbers})`.execute(db.owner);
  const pressed = await clocks();
  expect(pressed).toEqual(numbers.map(() => expect.stringContaining('"dueAt":"2022-07-28')));
  await forgetClocks();
  expect((await verifyHistory(db.app, deps.keys, publicKey)).ok).toBe(true);
  await keepClocksOfOld(deps).run({}, { jobId: '1', attempt: 1 });
  expect(await clocks()).toEqual(pressed);
  await forgetClocks();
  await dayOff('2022-07-27');
  await changed('2022-07-27');
  for (const number of numbers) expect(await dueOf(number)).toBe('2022-07-29');
  // what it counts from is noted with the dates, so that the next change reads no history
  expect(await clocks()).toEqual(
    numbers.map(() => expect.stringMatching(/^\{"receivedAt".* \{"clock":\{"dueAt":"2022-07-29/)),
  );
  expect((await verifyHistory(db.app, deps.keys, publicKey)).ok).toBe(true);
});

test('a clock that was changed in the row is found', async () => {
  const number = await anAccepted();
  const { id } = (await read(number)).dossier;
  const { kept_clock: kept } = await db.owner
    .selectFrom('dossiers.due')
    .where('id', '=', id)
    .select('kept_clock')
    .executeTakeFirstOrThrow();
  const write = (text: string | null) =>
    db.owner.updateTable('dossiers.due').set({ kept_clock: text }).where('id', '=', id).execute();
  await write(kept?.replace('"plannedFrom":0', '"plannedFrom":1') ?? null);
  expect(await verifyHistory(db.app, deps.keys, publicKey)).toMatchObject({
    problem: 'row-differs',
    where: `${number} kept_clock`,
  });
  await write('not a clock');
  expect(await verifyHistory(db.app, deps.keys, publicKey)).toMatchObject({ problem: 'row-differs' });
  await write(kept);
});
