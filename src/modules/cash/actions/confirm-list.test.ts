import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { findList } from '../store/lists.ts';
import { aCharge, aClosePress, aDrawer, type Drawer } from '../testing.ts';
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

const aConfirmPress = (listId: string, actor: Actor, change: object = {}) => ({
  actor,
  origin: anOrigin(),
  key: crypto.randomUUID(),
  listId,
  receivedCash: 100_000,
  note: '',
  ...change,
});

describe('confirming', () => {
  const closed = async () => {
    await drawer.take();
    const press = await aClosePress(drawer);
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
    expect(
      await confirmList(drawer.deps, aConfirmPress((await aClosePress(drawer)).listId, drawer.head)),
    ).toMatchObject({
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
    const press = await aClosePress(drawer, { actor: taking, listId: list?.id ?? '', seen: 1 });
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
