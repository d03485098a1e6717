import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { lookUp, verifyHistory } from '#modules/dossiers/index.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { aRoad } from '#modules/dossiers/testing-road.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aFile, aRow, aTakingOffice, type Cells } from '../testing.ts';

const db = await testDatabase();
const road = await aRoad(db);
const { office, clerk, specialist, read } = road;
const { ran, run, deps } = aTakingOffice(office);
const { publicKey } = generateKeyPairSync('ed25519');
const apply = { apply: true, acceptDoubts: true };

let made = 0;
const another = (change: Cells = {}): Cells => ({ ...aRow, number: `HS-2022-${10_000 + made++}`, ...change });
const numberOf = (row: Cells) => row.number ?? '';
const verified = async () => (await verifyHistory(db.app, deps.keys, publicKey)).ok;
const count = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from dossiers.dossier`.execute(db.owner)).rows[0]?.n;

beforeEach(() => office.setClock('2022-07-25T08:00:00'));

test('a try names nothing in a whole file, and changes nothing', async () => {
  const before = await count();
  const { checked, taken } = await ran(aFile(aRow));
  expect(checked.doubts).toEqual([]);
  expect(checked.toTake).toHaveLength(1);
  expect(taken).toBe(null);
  expect(await count()).toBe(before);
});

test('it begins with where it came from, keeps number, receipt and promise, and its notes are sealed', async () => {
  const row = another({
    notes: '21/07/2022: Nhận đủ giấy tờ\nCó điện thoại hỏi thêm',
    papers: '3',
    'fee-paid': '100.000',
    person: specialist.name,
  });
  const file = aFile(row);
  const { checked, taken } = await ran(file, apply);
  expect(taken).toEqual({ count: 1, alreadyThere: 0 });
  const { dossier, events } = await read(numberOf(row), specialist);
  expect(dossier).toMatchObject({
    number: row.number,
    state: 'in-progress',
    task: 'work',
    holder: { accountId: specialist.accountId, since: '2022-07-25T08:00:00+07:00' },
    receivedAt: '2022-07-21T08:30:00+07:00',
    firstDueAt: '2022-07-26T17:00:00+07:00',
    clock: { state: 'running', dueAt: '2022-07-26T17:00:00+07:00', promised: true },
    takenOver: { at: '2022-07-25T08:00:00+07:00', from: { sha256: checked.sha256, row: 2 } },
    filing: { regime: '2018', fee: { amount: 100_000 }, procedure: { code: '1.001612' } },
    personal: { applicants: [{ name: 'Nguyễn Thị Mẫu' }], papers: [{ originals: 3 }] },
  });
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    type: 'taken-over',
    at: '2022-07-25T08:00:00+07:00',
    by: { accountId: null },
    personal: {
      history: [
        { on: '2022-07-21', text: 'Nhận đủ giấy tờ' },
        { on: null, text: 'Có điện thoại hỏi thêm' },
      ],
    },
  });
  expect(JSON.stringify(events[0]?.body)).not.toMatch(/Mẫu|087188004512|giấy tờ/);
  expect(await verified()).toBe(true);
});

test('the same file again makes nothing twice; an altered row of it neither', async () => {
  const [one, two] = [another(), another()];
  await ran(aFile(one), apply);
  const again = await ran(aFile({ ...one, name: 'Người Khác' }, two), apply);
  expect(again.taken).toEqual({ count: 1, alreadyThere: 1 });
  expect(again.checked.doubts).toMatchObject([{ code: 'already-taken-over', severity: 'note', row: 2 }]);
  expect((await read(numberOf(one))).dossier.personal?.applicants[0]?.name).toBe('Nguyễn Thị Mẫu');
});

test('two runs at once share the rows', async () => {
  const file = aFile(...Array.from({ length: 250 }, () => another()));
  const runs = await Promise.all([ran(file, apply), ran(file, apply)]);
  const taken = runs.map((one) => one.taken?.count ?? 0);
  expect((taken[0] ?? 0) + (taken[1] ?? 0)).toBe(250);
  expect(await verified()).toBe(true);
});

test('an error hinders everything, a warning has to be accepted', async () => {
  const [good, doubtful] = [another(), another({ phone: '123' })];
  const before = await count();
  const wrong = await ran(aFile(good, another({ received: '31/02/2022' })), apply);
  expect(wrong).toMatchObject({ hindered: 'errors', taken: null });
  expect(await ran(aFile(doubtful), { apply: true })).toMatchObject({ hindered: 'warnings', taken: null });
  expect(await count()).toBe(before);
  expect((await ran(aFile(doubtful), apply)).taken?.count).toBe(1);
});

test('a number of our own series is never given again, the numbers before it were given elsewhere', async () => {
  const code = (await read(await road.anAccepted())).dossier.number?.split('-')[0];
  const row = another({ number: `${code}-220725-0042`, received: '25/07/2022 07:15', due: '28/07/2022' });
  const { checked, taken } = await ran(aFile(row), apply);
  expect(taken?.count).toBe(1);
  expect(checked.doubts).toMatchObject([{ code: 'moves-series', severity: 'note', params: { next: 43 } }]);
  expect(await road.anAccepted()).toBe(`${code}-220725-0043`);
  expect(await verified()).toBe(true);
  const given = await ran(aFile({ ...row, number: `${code}-220725-0043` }), apply);
  expect(given).toMatchObject({ hindered: 'errors', checked: { doubts: [{ code: 'number-given' }] } });
});

test('a taken number and a counter at the same moment: each number once', async () => {
  office.setClock('2022-07-26T08:00:00');
  const code = (await read(await road.anAccepted())).dossier.number?.split('-')[0];
  const row = another({ number: `${code}-220726-0003`, received: '26/07/2022 07:15', due: '29/07/2022' });
  const results = await Promise.allSettled([
    ran(aFile(row), apply),
    ...Array.from({ length: 6 }, () => road.anAccepted()),
  ]);
  expect(results.slice(1).every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await verified()).toBe(true);
});

test('by its old number everybody finds it: the look-up of citizens too', async () => {
  const row = another({ number: 'hs 12/2022/qđ-ubnd' });
  await ran(aFile(row), apply);
  const found = await lookUp(deps, anOrigin(), ' HS12/2022/QĐ-UBND', []);
  expect(found).toMatchObject({ number: 'HS12/2022/QĐ-UBND', status: { kind: 'not-done' } });
});

test('what still has to be paid is asked for at hand-over', async () => {
  const row = another({ 'fee-due': '50000' });
  await ran(aFile(row), apply);
  const { rows } =
    await sql`select amount, state from cash.payment where dossier_number = ${row.number}`.execute(db.owner);
  expect(rows).toEqual([{ amount: 50_000, state: 'at-return' }]);
});

test.each([
  ['no agency of this code', { agencyCode: 'XYZ' }, 'takeover/agency-unknown'],
  ['an agency has to be named', { agencyCode: null }, 'takeover/agency-needed'],
])('%s', async (_, wish, code) => {
  expect(await run(aFile(aRow), wish)).toMatchObject({ ok: false, refusal: { code } });
});

test('a file as a whole may be refused', async () => {
  const codes = ['', 'x\n'.repeat(10_002), 'Số hồ sơ\nNguyÔn V¨n Hïng'].map(async (text) => {
    const answer = await run(new TextEncoder().encode(text));
    return answer.ok ? null : answer.refusal.code;
  });
  expect(await Promise.all(codes)).toEqual([
    'takeover/file-empty',
    'takeover/file-too-many-rows',
    'takeover/text-tcvn3',
  ]);
});

test('the clerk and the offices of the process read it, strangers do not', async () => {
  const row = another();
  await ran(aFile(row), apply);
  expect((await read(numberOf(row), clerk)).dossier.number).toBe(row.number);
  expect((await read(numberOf(row), specialist)).dossier.number).toBe(row.number);
});
