import { beforeAll, describe, expect, test } from 'vitest';
import { findPaper } from '#modules/documents/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { totalsOf } from '../rules/day.ts';
import { aDrawer, aMoneyPress, type Drawer } from '../testing.ts';
import { closeList } from './close-list.ts';
import { takePayment } from './take-payment.ts';
import { voidReceipt } from './void-receipt.ts';

const db = await testDatabase();
let drawer: Drawer;
beforeAll(async () => {
  drawer = await aDrawer(db);
});

const input = { reason: 'wrong-method', note: '' } as const;

describe('a receipt written wrongly', () => {
  test('is void with its number, and the fee is taken again on the next one', async () => {
    const { number, payment } = await drawer.take();
    await voidReceipt(drawer.deps, aMoneyPress(drawer.clerk, number, payment), input);
    expect(await drawer.paymentOf(number)).toMatchObject({ state: 'due', method: null });
    await takePayment(drawer.deps, aMoneyPress(drawer.clerk, number, payment), { method: 'transfer' });
    expect(await drawer.paymentOf(number)).toMatchObject({ state: 'paid', receiptNumber: '0000002/2022' });
    expect(await findPaper(db.app, payment.receiptId ?? '')).toMatchObject({ voidReason: 'miswritten' });
    expect(totalsOf(await drawer.movements())).toEqual({ cash: 0, transfer: 100_000 });
    expect(await drawer.receipts()).toMatchObject([
      { number: 1, voidReason: 'miswritten' },
      { number: 2, voidReason: null },
    ]);
  });

  test('not by somebody else, not after the day is closed', async () => {
    const { number, payment } = await drawer.take();
    const by = (actor: typeof drawer.clerk) =>
      voidReceipt(drawer.deps, aMoneyPress(actor, number, payment), input);
    expect(await by(drawer.colleague)).toMatchObject({ refusal: { code: 'cash/list-closed' } });
    const [list] = await drawer.lists();
    const movements = await drawer.movements();
    const { cash, transfer } = totalsOf(movements);
    await closeList(drawer.deps, {
      ...aMoneyPress(drawer.clerk, number, payment),
      listId: list?.id ?? '',
      seen: movements.length,
      count: { cash, transfer },
      pieces: null,
      explanation: '',
    });
    expect(await by(drawer.clerk)).toMatchObject({ refusal: { code: 'cash/list-closed' } });
    expect(await drawer.paymentOf(number)).toMatchObject({ state: 'paid' });
  });
});
