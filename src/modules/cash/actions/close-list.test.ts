import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { findList } from '../store/lists.ts';
import { aCharge, aClosePress, aDrawer, type Drawer } from '../testing.ts';
import { closeList } from './close-list.ts';

const db = await testDatabase();
let drawer: Drawer;
let day = 0;

// a day of its own for each test: the clock only goes forward
beforeEach(async () => {
  drawer ??= await aDrawer(db);
  day += 1;
  drawer.setClock(`2022-08-${String(day).padStart(2, '0')}T16:00`);
});

describe('closing a day', () => {
  test('freezes what was counted; the same press twice is once', async () => {
    await drawer.take();
    const press = await aClosePress(drawer, { pieces: { '50000': 2 } });
    expect((await closeList(drawer.deps, press)).ok).toBe(true);
    expect((await closeList(drawer.deps, press)).ok).toBe(true);
    expect(await findList(db.app, press.listId)).toMatchObject({
      state: 'closed',
      closing: { expected: { cash: 100_000, transfer: 0 }, pieces: { '50000': 2 } },
    });
    expect(await closeList(drawer.deps, { ...press, key: crypto.randomUUID() })).toMatchObject({
      refusal: { code: 'cash/already-closed' },
    });
  });

  test('a difference needs its reason', async () => {
    await drawer.take();
    const short = await aClosePress(drawer, { count: { cash: 95_000, transfer: 0 } });
    expect(await closeList(drawer.deps, short)).toMatchObject({
      refusal: { code: 'cash/explanation-missing', field: 'explanation' },
    });
    expect((await closeList(drawer.deps, { ...short, explanation: 'Thối nhầm' })).ok).toBe(true);
  });

  test('money that came in between is told', async () => {
    await drawer.take();
    const press = await aClosePress(drawer);
    await drawer.take();
    expect(await closeList(drawer.deps, press)).toMatchObject({
      refusal: { code: 'cash/changed-meanwhile' },
    });
  });

  test('a closed day takes no more: a supplementary list does', async () => {
    await drawer.take();
    await closeList(drawer.deps, await aClosePress(drawer));
    await drawer.take(aCharge({ way: 'transfer' }));
    const today = await drawer.lists();
    expect(today).toMatchObject([
      { number: 1, state: 'closed' },
      { number: 2, state: 'open' },
    ]);
    const movement = (await drawer.movements())[0];
    await expect(
      db.app
        .insertInto('cash.movement')
        .values({
          id: crypto.randomUUID(),
          list_id: today[0]?.id ?? '',
          payment_id: movement?.paymentId ?? '',
          kind: 'taken',
          method: 'cash',
          amount: 1,
          receipt_id: movement?.receiptId ?? '',
          receipt_number: '1',
          account_id: drawer.clerk.accountId,
          by_name: 'x',
          at: drawer.deps.clock.now(),
        })
        .execute(),
    ).rejects.toThrow(/takes no more/);
  });

  test('two at once close once, and a payment beside them is on one list or the next', async () => {
    await drawer.take();
    const press = await aClosePress(drawer);
    const answers = await Promise.all([
      closeList(drawer.deps, press),
      closeList(drawer.deps, { ...press, key: crypto.randomUUID() }),
      drawer.take(),
    ]);
    const [one, two] = answers;
    expect([one.ok, two.ok].filter(Boolean).length).toBeLessThanOrEqual(1);
    const closed = (await drawer.lists()).filter((list) => list.state === 'closed');
    if (closed[0]) expect(closed[0].closing?.expected.cash).toBe(100_000);
    else expect(await drawer.movements()).toHaveLength(2);
  });

  test("nobody closes another's list", async () => {
    await drawer.take();
    const press = await aClosePress(drawer, { actor: drawer.colleague });
    expect(await closeList(drawer.deps, press)).toMatchObject({ refusal: { code: 'cash/not-found' } });
  });
});
