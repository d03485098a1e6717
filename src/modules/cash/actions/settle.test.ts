import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { findList } from '../store/lists.ts';
import { aCharge, aDrawer, type Drawer } from '../testing.ts';
import { closeList } from './close-list.ts';
import { confirmList } from './confirm-list.ts';

const db = await testDatabase();
let drawer: Drawer;
let day = 0;

// a day of its own for each test: the clock only goes forward
beforeEach(async () => {
  drawer ??= await aDrawer(db);
  day += 1;
  drawer.setClock(`2022-08-${String(day).padStart(2, '0')}T16:00`);
});

const openId = async () => (await drawer.lists()).find((list) => list.state === 'open')?.id ?? '';

async function aClosePress(change: Partial<Parameters<typeof closeList>[1]> = {}) {
  return {
    actor: drawer.clerk,
    origin: anOrigin(),
    key: crypto.randomUUID(),
    listId: await openId(),
    seen: (await drawer.movements()).length,
    count: { cash: 100_000, transfer: 0 },
    pieces: null,
    explanation: '',
    ...change,
  };
}

const aConfirmPress = (listId: string, actor: Actor, change: object = {}) => ({
  actor,
  origin: anOrigin(),
  key: crypto.randomUUID(),
  listId,
  receivedCash: 100_000,
  note: '',
  ...change,
});

describe('closing a day', () => {
  test('freezes what was counted; the same press twice is once', async () => {
    await drawer.take();
    const press = await aClosePress({ pieces: { '50000': 2 } });
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
    const short = await aClosePress({ count: { cash: 95_000, transfer: 0 } });
    expect(await closeList(drawer.deps, short)).toMatchObject({
      refusal: { code: 'cash/explanation-missing', field: 'explanation' },
    });
    expect((await closeList(drawer.deps, { ...short, explanation: 'Thối nhầm' })).ok).toBe(true);
  });

  test('money that came in between is told', async () => {
    await drawer.take();
    const press = await aClosePress();
    await drawer.take();
    expect(await closeList(drawer.deps, press)).toMatchObject({
      refusal: { code: 'cash/changed-meanwhile' },
    });
  });

  test('a closed day takes no more: a supplementary list does', async () => {
    await drawer.take();
    await closeList(drawer.deps, await aClosePress());
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
    const press = await aClosePress();
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
    const press = await aClosePress({ actor: drawer.colleague });
    expect(await closeList(drawer.deps, press)).toMatchObject({ refusal: { code: 'cash/not-found' } });
  });
});

describe('confirming', () => {
  const closed = async () => {
    await drawer.take();
    const press = await aClosePress();
    await closeList(drawer.deps, press);
    return press.listId;
  };

  test('a second person receives it; then nothing changes any more', async () => {
    const listId = await closed();
    const press = aConfirmPress(listId, drawer.head);
    expect((await confirmList(drawer.deps, press)).ok).toBe(true);
    expect((await confirmList(drawer.deps, press)).ok).toBe(true);
    expect(await findList(db.app, listId)).toMatchObject({
      state: 'confirmed',
      confirmation: { receivedCash: 100_000, name: drawer.head.name },
    });
    expect(await confirmList(drawer.deps, aConfirmPress(listId, drawer.head))).toMatchObject({
      refusal: { code: 'cash/already-confirmed' },
    });
    await expect(
      db.app.updateTable('cash.list').set({ received_cash: 1 }).where('id', '=', listId).execute(),
    ).rejects.toThrow(/only goes forward/);
  });

  test('what was counted stays as it was counted', async () => {
    const listId = await closed();
    await expect(
      db.app.updateTable('cash.list').set({ counted_cash: 1 }).where('id', '=', listId).execute(),
    ).rejects.toThrow(/only goes forward/);
  });

  test('another amount needs its reason; a clerk confirms nothing; not before it is closed', async () => {
    const listId = await closed();
    const less = { receivedCash: 90_000 };
    expect(await confirmList(drawer.deps, aConfirmPress(listId, drawer.head, less))).toMatchObject({
      refusal: { code: 'cash/confirmation-note-missing' },
    });
    expect(await confirmList(drawer.deps, aConfirmPress(listId, drawer.clerk))).toMatchObject({
      refusal: { code: 'cash/not-found' },
    });
    await drawer.take();
    expect(await confirmList(drawer.deps, aConfirmPress(await openId(), drawer.head))).toMatchObject({
      refusal: { code: 'cash/not-closed-yet' },
    });
  });

  test('the head does not confirm her own list', async () => {
    const taking = {
      ...drawer.head,
      posts: [...drawer.head.posts, ...drawer.clerk.posts],
    };
    await drawer.take(aCharge(), taking);
    const [list] = (await drawer.lists(taking)).filter((one) => one.state === 'open');
    const press = await aClosePress({ actor: taking, listId: list?.id ?? '', seen: 1 });
    expect((await closeList(drawer.deps, press)).ok).toBe(true);
    expect(await confirmList(drawer.deps, aConfirmPress(press.listId, taking))).toMatchObject({
      refusal: { code: 'cash/own-list' },
    });
  });

  test('two heads at once: one confirms', async () => {
    const listId = await closed();
    const other = { ...drawer.head, accountId: crypto.randomUUID() };
    const answers = await Promise.all(
      [drawer.head, other].map((head) => confirmList(drawer.deps, aConfirmPress(listId, head))),
    );
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
  });
});
