import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { skipNumbers } from './actions/skip-numbers.ts';
import { verifyHistory } from './actions/verify.ts';
import { listLastNumbers } from './store/number-series.ts';
import { aDesk, type Desk } from './testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP } from './testing-road.ts';

const db = await testDatabase();
const { publicKey } = generateKeyPairSync('ed25519');
const CODE = '000.00.11.H20-220725-';
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(db);
});

async function acceptOne(): Promise<string> {
  const clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  const input = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), desk.office(ONE_STOP));
  const done = await accept(desk.deps, aBeginPress(clerk, input));
  return done.ok ? done.value.number : done.refusal.code;
}

const skip = async (number: string) => {
  const done = await skipNumbers(desk.deps, anOrigin(), number);
  return done.ok ? done.value.next : done.refusal.code;
};

test('after a restore the series goes on behind the last number that was given; the register says what is lost', async () => {
  expect(await acceptOne()).toBe(`${CODE}0001`);
  expect(await skip(`${CODE}0005`)).toBe(6);
  expect(await acceptOne()).toBe(`${CODE}0006`);
  expect((await verifyHistory(db.app, desk.deps.keys, publicKey)).ok).toBe(true);
  expect(await listLastNumbers(db.app, 5)).toMatchObject([{ day: '2022-07-25', last: 6 }]);
  const clerk = await desk.browser(await desk.actorOf(desk.office(ONE_STOP), 'reception-officer'));
  const { body } = await clerk.get('/lam-viec/so-theo-doi?thang=2022-07');
  expect(body).toContain('Ngày 25/07/2022, số 2 đến 5: đã cấp nhưng mất dữ liệu');
  expect((await clerk.get('/lam-viec/so-theo-doi?thang=2022-06')).body).not.toContain('mất dữ liệu');
});

test('two at once, and a counter beside them: each number once', async () => {
  const both = await Promise.all([skip(`${CODE}0010`), skip(`${CODE}0010`), acceptOne()]);
  expect(both.filter((one) => one === 11)).toHaveLength(1);
  expect((await verifyHistory(db.app, desk.deps.keys, publicKey)).ok).toBe(true);
});

test.each([
  ['000.00.11.H20-220725-0001', 'dossiers/number-there'],
  ['220725-0050', 'dossiers/number-not-ours'],
  ['000.99.99.H99-220725-0050', 'dossiers/number-not-ours'],
  ['hello', 'dossiers/number-not-ours'],
  ['000.00.11.H20-300725-0050', 'dossiers/number-of-later-day'],
  ['000.00.11.H20-220725-9999', 'dossiers/number-too-far'],
])('%s: %s', async (number, code) => {
  expect(await skip(number)).toBe(code);
});
