import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { askForPayment } from './actions/ask-for-payment.ts';
import { recomputeDueDate } from './actions/recompute-due-date.ts';
import { verifyHistory } from './actions/verify.ts';
import { withdraw } from './actions/withdraw.ts';
import { recomputeDueDates } from './jobs/recompute-due-dates.ts';
import { aRoad } from './testing-road.ts';

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
  recomputeDueDates(deps).run({ payload: { from, to, officeId } }, { jobId: '1', attempt: 1 });
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
  const both = await Promise.all([recomputeDueDate(deps, id), recomputeDueDate(deps, id)]);
  expect(both.filter(Boolean)).toHaveLength(1);
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
