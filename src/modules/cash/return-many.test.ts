import { sql } from 'kysely';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { readDossier } from '#modules/dossiers/index.ts';
import { aDecided } from '#modules/dossiers/testing-decided.ts';
import { aDesk, type Browser, type Desk, fieldsOf } from '#modules/dossiers/testing-desk.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { ONE_STOP } from '#modules/dossiers/testing-road.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { sqlCashStores } from './actions/stores.ts';
import { takeAtAcceptance } from './actions/take-at-acceptance.ts';
import { takePayment } from './actions/take-payment.ts';
import { voidReceipt } from './actions/void-receipt.ts';
import type { CashDeps } from './deps.ts';
import { holdUnpaid, sumUnpaid } from './index.ts';
import type { Charge } from './rules/charge.ts';
import { listPaymentsOf, updatePayment } from './store/payments.ts';
import { aCharge, aMoneyPress } from './testing.ts';

const db = await testDatabase();
const list = '/lam-viec/tra-ket-qua';
let desk: Desk;
let cash: CashDeps;
let clerk: Actor;
let atCounter: Browser;

beforeAll(async () => {
  const unpaid = { of: (ids: readonly string[]) => sumUnpaid(db.app, ids), held: holdUnpaid };
  desk = await aDesk(db, { routes: () => [], words: {}, unpaid });
  cash = { ...desk.deps, cashKey: desk.deps.random.bytes(32), cashStores: sqlCashStores };
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  atCounter = await desk.browser(clerk);
});

async function dossierOf(number: string) {
  const read = await readDossier(desk.deps, { actor: clerk, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.dossier;
}

async function paymentOf(number: string) {
  const [payment] = await listPaymentsOf(db.app, (await dossierOf(number)).id);
  if (!payment) throw new Error('no payment');
  return payment;
}

/** A result that waits, and what it costs. */
async function aResult(charge: Charge): Promise<string> {
  const number = await aDecided(desk);
  const { id: dossierId, filing } = await dossierOf(number);
  const { id: officeId, agencyId } = desk.office(ONE_STOP);
  const payer = { name: 'Huỳnh Thị Mỹ Duyên', address: 'Ấp Tân Bình' };
  const about = { dossierId, number, officeId, agencyId, procedure: filing.procedure, payer };
  await inTransaction(db.app, (tx) =>
    takeAtAcceptance(tx, cash, { actor: clerk, origin: anOrigin() }, about, charge),
  );
  return number;
}

/** The form as it is shown now, filled in; what is still to be paid is said when it is asked for. */
async function filledForm(numbers: readonly string[]) {
  const chosen = [];
  for (const number of numbers) chosen.push(`${(await dossierOf(number)).seq}~${number}`);
  const { body } = await atCounter.post(`${list}/tra`, { chon: chosen });
  const said = /name="fees"[^>]* value="([^"]*)"/.exec(body)?.[1];
  return {
    ...fieldsOf(body, `${list}/tra/xong`),
    ...{ chon: chosen, receiverNumber: '087188004512', card: '1', by: 'signature' },
    ...(said === undefined ? {} : { fees: said }),
  };
}

const give = (form: Awaited<ReturnType<typeof filledForm>>) => atCounter.post(`${list}/tra/xong`, form);
const press = async (number: string) => aMoneyPress(clerk, number, await paymentOf(number));

async function untilSomebodyWaits(): Promise<void> {
  await vi.waitFor(async () => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db.owner);
    expect(rows).not.toEqual([]);
  });
}

describe('one result of which something is still to be paid', () => {
  test('goes out once the amount was said, and as before where nothing is due', async () => {
    const number = await aResult(aCharge({ way: 'at-return' }));
    const path = `/lam-viec/ho-so/${encodeURIComponent(number)}/tra-ket-qua`;
    const { body } = await atCounter.get(path);
    expect(body).toContain('Đã nói còn phải thu 100.000');
    const form = { ...fieldsOf(body, path), receiverNumber: '087188004512', by: 'signature', proof: 'Sổ 1' };
    const { fees: _, ...unsaid } = { fees: '', ...form };
    const refused = await atCounter.post(path, unsaid);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('href="#f-fees"');
    expect((await dossierOf(number)).state).toBe('decided');
    expect((await atCounter.post(path, { ...unsaid, fees: '99000' })).statusCode).toBe(422);
    expect((await atCounter.post(path, { ...unsaid, fees: '100000' })).statusCode).toBe(303);
    const paid = await aResult(aCharge());
    expect((await atCounter.get(path.replace(number, paid))).body).not.toContain('Đã nói còn phải thu');
  });
});

describe('several results of which something is still to be paid', () => {
  test('what is unpaid is said first, with its amount', async () => {
    const numbers = [await aResult(aCharge({ way: 'at-return' })), await aResult(aCharge())];
    const { fees, ...unsaid } = { fees: '', ...(await filledForm(numbers)) };
    expect(fees).toBe('100000');
    const refused = await give(unsaid);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('href="#f-fees"');
    expect((await give({ ...unsaid, fees })).statusCode).toBe(303);
  });

  test('a receipt made void while the results go out: the fee is due again and has to be said', async () => {
    const number = await aResult(aCharge());
    const form = await filledForm([number]);
    expect(form).not.toHaveProperty('fees');
    const { id } = await paymentOf(number);
    const given = await inTransaction(db.app, async (tx) => {
      await updatePayment(tx, id, { state: 'due', at: cash.clock.now() });
      const going = give(form);
      await untilSomebodyWaits();
      return { going };
    });
    const refused = await given.going;
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Đã nói còn phải thu 100.000');
    expect(refused.body).toContain('value="087188004512"');
    expect((await dossierOf(number)).state).toBe('decided');
  });

  test('two people: one voids a receipt, one returns; nothing goes out with money that nobody spoke of', async () => {
    const numbers = [await aResult(aCharge()), await aResult(aCharge())];
    const form = await filledForm(numbers);
    const [first = ''] = numbers;
    const [voided, given] = await Promise.all([
      voidReceipt(cash, await press(first), { reason: 'wrong-payer', note: '' }),
      give(form),
    ]);
    expect(voided.ok).toBe(true);
    const states = await Promise.all(numbers.map(async (number) => (await dossierOf(number)).state));
    expect(states).toEqual(given.statusCode === 303 ? ['returned', 'returned'] : ['decided', 'decided']);
  });

  test('another amount than the one that was said is said again; what was paid meanwhile holds up nothing', async () => {
    const numbers = [await aResult(aCharge({ way: 'at-return' })), await aResult(aCharge())];
    const form = await filledForm(numbers);
    const [atReturn = '', paid = ''] = numbers;
    await voidReceipt(cash, await press(paid), { reason: 'wrong-payer', note: '' });
    const more = await give(form);
    expect(more.statusCode).toBe(422);
    expect(more.body).toContain('Đã nói còn phải thu 200.000');
    expect(more.body).not.toMatch(/name="fees"[^>]* checked/);
    for (const number of [atReturn, paid])
      expect(await takePayment(cash, await press(number), { method: 'cash' })).toMatchObject({ ok: true });
    expect((await give(form)).statusCode).toBe(303);
  });
});
