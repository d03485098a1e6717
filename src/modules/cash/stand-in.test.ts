import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { instead } from '#modules/dossiers/testing-stand-in.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { closeList } from './actions/close-list.ts';
import { confirmList } from './actions/confirm-list.ts';
import { takePayment } from './actions/take-payment.ts';
import { findList, hasUnsettled } from './store/lists.ts';
import { aCharge, aClosePress, aDrawer, aMoneyPress, type Drawer } from './testing.ts';
import { aCashBrowser } from './testing-desk.ts';

const db = await testDatabase();
let drawer: Drawer;
let colleague: Actor;

beforeAll(async () => {
  drawer = await aDrawer(db);
  colleague = await drawer.actorOf(drawer.office('Phòng Tư pháp'), 'specialist');
});

const confirm = (actor: Actor, listId: string) =>
  confirmList(drawer.deps, {
    ...{ actor, origin: anOrigin(), key: crypto.randomUUID(), listId, receivedCash: 100_000, note: '' },
  });

test('a substitute takes money at the counter onto a list of their own, counts it and hands it over', async () => {
  const substitute = instead(colleague, drawer.clerk);
  const { number, payment } = await drawer.take(aCharge({ way: 'at-return' }));
  const taken = await takePayment(drawer.deps, aMoneyPress(substitute, number, payment), { method: 'cash' });
  expect(taken.ok).toBe(true);
  const [list] = await drawer.lists(substitute);
  expect(list).toMatchObject({ accountId: colleague.accountId, officeId: drawer.oneStop.id });
  expect(list?.clerkTitle).toBe('dossiers.paper.title-instead');
  const pages = await aCashBrowser(drawer, substitute);
  for (const url of ['/lam-viec/thu-phi', '/lam-viec/thu-phi/quy', `/lam-viec/thu-phi/${list?.id}`])
    expect((await pages.get(url)).statusCode, url).toBe(200);
  const press = await aClosePress(drawer, { actor: substitute, listId: list?.id ?? '', seen: 1 });
  expect((await closeList(drawer.deps, press)).ok).toBe(true);
  expect(await confirm(drawer.head, press.listId)).toEqual({ ok: true, value: null });
});

test('the head’s substitute receives what others counted, and never their own', async () => {
  const deputy = instead(drawer.colleague, drawer.head);
  const own = await drawer.take(aCharge(), drawer.colleague);
  expect(own.payment.state).toBe('paid');
  const others = await drawer.take();
  expect(others.payment.state).toBe('paid');
  const press = await aClosePress(drawer);
  await closeList(drawer.deps, press);
  expect(await confirm(deputy, press.listId)).toEqual({ ok: true, value: null });
  expect((await findList(db.app, press.listId))?.confirmation?.title).toBe('dossiers.paper.title-instead');
  const [mine] = await drawer.lists(drawer.colleague);
  const closing = await aClosePress(drawer, { actor: drawer.colleague, listId: mine?.id ?? '', seen: 1 });
  expect((await closeList(drawer.deps, closing)).ok).toBe(true);
  expect(await confirm(deputy, closing.listId)).toMatchObject({ refusal: { code: 'cash/own-list' } });
});

test('the last day is over with money in the drawer: the own list is still counted, and nothing else is open', async () => {
  const substitute = instead(colleague, drawer.clerk);
  const { number, payment } = await drawer.take(aCharge({ way: 'at-return' }));
  expect(
    (await takePayment(drawer.deps, aMoneyPress(substitute, number, payment), { method: 'cash' })).ok,
  ).toBe(true);
  const list = (await drawer.lists(colleague)).find((one) => one.state === 'open');
  const url = `/lam-viec/thu-phi/${list?.id}`;
  expect(await hasUnsettled(db.app, colleague.accountId)).toBe(true);
  const pages = await aCashBrowser(drawer, colleague);
  const lists = await pages.get('/lam-viec/thu-phi');
  expect(lists.statusCode).toBe(200);
  expect(lists.body).toContain(`href="${url}"`);
  expect(lists.body).not.toContain('href="/lam-viec/thu-phi/quy"');
  const shown = await pages.get(url);
  expect(shown.statusCode).toBe(200);
  expect(shown.body).not.toContain(`href="/lam-viec/ho-so/`);
  const closed = await pages.post(`${url}/khoa`, { seen: '1', cash: '100.000', transfer: '0' });
  expect(closed.statusCode).toBe(303);
  const press = aMoneyPress(colleague, number, payment);
  expect((await takePayment(drawer.deps, press, { method: 'cash' })).ok).toBe(false);
  for (const shut of ['/lam-viec/thu-phi/quy', `/lam-viec/ho-so/${number}/thu-phi`])
    expect((await pages.get(shut)).statusCode, shut).not.toBe(200);
  expect(await confirm(drawer.head, list?.id ?? '')).toEqual({ ok: true, value: null });
  expect(await hasUnsettled(db.app, colleague.accountId)).toBe(false);
  expect((await pages.get('/lam-viec/thu-phi')).statusCode).toBe(403);
  expect((await pages.get(url)).statusCode).toBe(200);
});

test('for some matters only: the fees of those and no others; no list of the office', async () => {
  const { number, payment } = await drawer.take(aCharge({ way: 'at-return' }));
  const take = (matters: readonly string[]) =>
    takePayment(drawer.deps, aMoneyPress(instead(colleague, drawer.clerk, { matters }), number, payment), {
      method: 'cash',
    });
  expect((await take(['Hộ tịch'])).ok).toBe(false);
  expect((await take(['1.001612'])).ok).toBe(true);
  const [mine] = await drawer.lists(colleague);
  const close = await aClosePress(drawer, { actor: colleague, listId: mine?.id ?? '', seen: 1 });
  expect((await closeList(drawer.deps, close)).ok).toBe(true);
  const partly = instead(drawer.colleague, drawer.head, { matters: ['1.001612'] });
  expect((await confirm(partly, close.listId)).ok).toBe(false);
  expect((await confirm(drawer.head, close.listId)).ok).toBe(true);
});

test('who stands in for nobody, or no longer, finds neither money nor lists', async () => {
  const { number, payment } = await drawer.take(aCharge({ way: 'at-return' }));
  const press = aMoneyPress(colleague, number, payment);
  expect((await takePayment(drawer.deps, press, { method: 'cash' })).ok).toBe(false);
  const pages = await aCashBrowser(drawer, colleague);
  expect((await pages.get('/lam-viec/thu-phi')).statusCode).toBe(403);
});
