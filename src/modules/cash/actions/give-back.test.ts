import { beforeAll, describe, expect, test } from 'vitest';
import { findPaper } from '#modules/documents/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { totalsOf } from '../rules/day.ts';
import { readNotes } from '../store/notes.ts';
import { aDrawer, aMoneyPress, type Drawer } from '../testing.ts';
import { giveBack } from './give-back.ts';
import { voidReceipt } from './void-receipt.ts';

const db = await testDatabase();
let drawer: Drawer;
beforeAll(async () => {
  drawer = await aDrawer(db);
});

const all = { amount: 100_000, seen: 100_000 };
const input = { ...all, method: 'cash', reason: 'withdrawn', note: '' } as const;

describe('money given back', () => {
  test('leaves the drawer of the day; the receipt is void and keeps its number', async () => {
    const { number, payment } = await drawer.take();
    const press = aMoneyPress(drawer.clerk, number, payment);
    expect((await giveBack(drawer.deps, press, input)).ok).toBe(true);
    expect((await giveBack(drawer.deps, press, input)).ok).toBe(true); // pressed twice
    expect(await drawer.paymentOf(number)).toMatchObject({ state: 'given-back', receiptId: null });
    expect(totalsOf(await drawer.movements())).toEqual({ cash: 0, transfer: 0 });
    const paper = await findPaper(db.app, payment.receiptId ?? '');
    expect(paper).toMatchObject({ number: payment.receiptNumber, voidReason: 'given-back' });
    const [entry] = await drawer.receipts();
    expect(entry).toMatchObject({ number: 1, voidReason: 'given-back' });
  });

  test('on another day, by another clerk and way: out of that drawer', async () => {
    const { number, payment } = await drawer.take();
    drawer.setClock('2022-07-26T09:00');
    const press = aMoneyPress(drawer.colleague, number, payment);
    const note = 'Nộp hai lần qua ngân hàng';
    await giveBack(drawer.deps, press, { ...all, method: 'transfer', reason: 'other', note });
    const [movement] = await drawer.movements(drawer.colleague);
    expect(movement).toMatchObject({
      kind: 'given-back',
      method: 'transfer',
      at: '2022-07-26T09:00:00+07:00',
    });
    const notes = await readNotes(db.app, drawer.deps, [movement?.noteId ?? null]);
    expect([...notes.values()]).toEqual([note]);
  });

  test('a part: the receipt stays, what remains stands, each time with its slip', async () => {
    const { number, payment } = await drawer.take();
    const press = () => aMoneyPress(drawer.colleague, number, payment);
    const before = totalsOf(await drawer.movements(drawer.colleague)).cash;
    const part = { ...input, amount: 30_000, reason: 'fewer-papers', note: 'Bớt một bản' } as const;
    expect((await giveBack(drawer.deps, press(), part)).ok).toBe(true);
    expect(await drawer.paymentOf(number)).toMatchObject({
      state: 'paid',
      givenBack: 30_000,
      receiptId: payment.receiptId,
    });
    expect(await findPaper(db.app, payment.receiptId ?? '')).toMatchObject({ voidReason: null });
    expect(totalsOf(await drawer.movements(drawer.colleague)).cash).toBe(before - 30_000);
    const slip = (await drawer.movements(drawer.colleague)).at(-1)?.slip;
    const paper = await findPaper(db.app, slip?.id ?? '');
    expect(paper).toMatchObject({
      purpose: 'give-back-slip',
      content: { amount: 30_000, remains: 70_000, reason: expect.stringContaining(': Bớt một bản') },
    });
    expect(await giveBack(drawer.deps, press(), { ...part, amount: 70_001, seen: 70_000 })).toMatchObject({
      refusal: { code: 'cash/gives-back-too-much', params: { remains: 70_000 } },
    });
    const mistake = { reason: 'wrong-payer', note: '' } as const;
    expect(await voidReceipt(drawer.deps, press(), mistake)).toMatchObject({
      refusal: { code: 'cash/partly-given-back' },
    });
    const rest = { ...input, amount: 70_000, seen: 70_000 };
    expect((await giveBack(drawer.deps, press(), rest)).ok).toBe(true);
    expect(await drawer.paymentOf(number)).toMatchObject({ state: 'given-back', givenBack: 100_000 });
    expect(await findPaper(db.app, payment.receiptId ?? '')).toMatchObject({ voidReason: 'given-back' });
  });

  test.each([60_000, 40_000, 100_000])(
    'two at once by the same page, %i đ each: one gives back, the other is told what remains',
    async (amount) => {
      const { number, payment } = await drawer.take();
      const part = { ...input, amount };
      const done = await Promise.all(
        [drawer.clerk, drawer.colleague].map((one) =>
          giveBack(drawer.deps, aMoneyPress(one, number, payment), part),
        ),
      );
      expect(done.filter((one) => one.ok)).toHaveLength(1);
      const refusal =
        amount === 100_000
          ? { code: 'cash/already-given-back' }
          : { code: 'cash/already-given-in-part', params: { remains: 100_000 - amount } };
      expect(done.find((one) => !one.ok)).toMatchObject({ refusal });
      expect(await drawer.paymentOf(number)).toMatchObject({ givenBack: amount });
    },
  );

  test('a page that was pressed for one payment never says that another one was moved', async () => {
    const first = await drawer.take();
    const press = aMoneyPress(drawer.clerk, first.number, first.payment);
    expect((await giveBack(drawer.deps, press, input)).ok).toBe(true);
    const { number, payment } = await drawer.take();
    const other = { ...aMoneyPress(drawer.clerk, number, payment), key: press.key };
    expect(await giveBack(drawer.deps, other, input)).toMatchObject({ refusal: { code: 'cash/not-found' } });
    expect(await drawer.paymentOf(number)).toMatchObject({ state: 'paid', givenBack: 0 });
  });

  test('another reason must be said; what was not paid cannot go back', async () => {
    const { number, payment } = await drawer.take();
    const press = () => aMoneyPress(drawer.clerk, number, payment);
    expect(await giveBack(drawer.deps, press(), { ...input, reason: 'other' })).toMatchObject({
      refusal: { code: 'cash/note-missing', field: 'note' },
    });
    await giveBack(drawer.deps, press(), input);
    expect(await giveBack(drawer.deps, press(), input)).toMatchObject({
      refusal: { code: 'cash/already-given-back' },
    });
  });
});
