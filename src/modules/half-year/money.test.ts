import { expect, test } from 'vitest';
import { civilDate, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import { sqlBookStores } from '#modules/certification/index.ts';
import { anOfficeOfChauThanh } from '#modules/dossiers/testing-office.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { liveThrough } from './actions/live-through.ts';
import { MemoryPlayer } from './actions/memory-player.ts';
import { readWorld } from './actions/read-world.ts';

const db = await testDatabase();
const office = await anOfficeOfChauThanh(db);
const deps = { ...office.deps, cashKey: new Uint8Array(32), cashStores: sqlCashStores, books: sqlBookStores };
const until = instant('2022-07-25T08:00');
const world = await readWorld(deps, until);
const { written } = await (async () => {
  const player = new MemoryPlayer(deps, { from: world.from, to: civilDate('2022-07-25') });
  await liveThrough(world, { size: 1_500, seed: 2022 }, player);
  return player;
})();
const payments = written.rows('cash.payment');
const movements = written.rows('cash.movement');
const lists = written.rows('cash.list');

test('fees are paid at once, at return, not at all; some are exempted, with what was shown for it', () => {
  const states = payments.map((one) => one.state);
  for (const state of ['paid', 'at-return', 'exempt', 'given-back']) expect(states, state).toContain(state);
  expect(payments.length).toBeGreaterThan(300);
  const numbers = new Set(written.rows('dossiers.dossier').map((one) => one.number));
  for (const { dossier_number: number, amount, exempted, lines } of payments) {
    expect(numbers.has(number)).toBe(true);
    const asked = JSON.parse(String(lines)) as { due: number; exempted: number }[];
    expect(asked.reduce((sum, line) => sum + line.due, 0)).toBe(amount);
    expect(asked.reduce((sum, line) => sum + line.exempted, 0)).toBe(exempted);
  }
  const exempted = payments.filter((one) => one.state === 'exempt');
  expect(exempted.some((one) => one.proof_note_id)).toBe(true);
});

test('every receipt has its number, one after the other at each one-stop', () => {
  const receipts = written.rows('documents.register_entry').filter((one) => one.register === 'cash-receipt');
  expect(receipts).toHaveLength(movements.filter((one) => one.kind === 'taken').length);
  for (const officeId of new Set(receipts.map((one) => one.office_id))) {
    const numbers = receipts.filter((one) => one.office_id === officeId).map((one) => one.number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
});

test('what was taken stands on its clerk’s day, is counted that day or the next, and received by another', () => {
  const late: string[] = [];
  for (const list of lists) {
    const taken = movements.filter((one) => one.list_id === list.id);
    expect(taken.length).toBeGreaterThan(0);
    for (const one of taken) {
      expect(one.account_id).toBe(list.account_id);
      expect(dateOf(one.at as Instant)).toBe(list.day);
      expect((one.at as Instant) < ((list.closed_at ?? until) as Instant)).toBe(true);
    }
    const sum = (method: string) =>
      taken
        .filter((one) => one.method === method)
        .reduce((total, one) => total + (one.kind === 'taken' ? one.amount : -one.amount), 0);
    if (list.state !== 'open')
      expect([list.expected_cash, list.expected_transfer]).toEqual([sum('cash'), sum('transfer')]);
    if (list.state !== 'open' && list.counted_cash !== list.expected_cash)
      expect(list.explanation_id).not.toBeNull();
    if (list.state !== 'confirmed') late.push(String(list.day));
    else expect(list.confirmed_by).not.toBe(list.account_id);
  }
  for (const day of late) expect(day >= '2022-07-21', day).toBe(true);
  expect(lists.length).toBeGreaterThan(100);
});
