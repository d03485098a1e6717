import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { aCharge, aDrawer, aMoneyPress, type Drawer } from '../testing.ts';
import { followDossier } from './follow-dossier.ts';
import { takePayment } from './take-payment.ts';

const db = await testDatabase();
let drawer: Drawer;
beforeAll(async () => {
  drawer = await aDrawer(db);
});

const atReturn = () => drawer.take(aCharge({ way: 'at-return' }));

describe('money taken later', () => {
  test('falls due when the result is handed over, once, and is taken with a receipt', async () => {
    const { number, payment } = await atReturn();
    const at = drawer.deps.clock.now();
    await followDossier(drawer.deps, payment.dossierId, 'fall-due', at);
    await followDossier(drawer.deps, payment.dossierId, 'fall-due', at); // a job may run twice
    expect((await drawer.paymentOf(number)).state).toBe('due');
    const press = aMoneyPress(drawer.colleague, number, payment);
    expect(await takePayment(drawer.deps, press, { method: 'transfer' })).toMatchObject({ ok: true });
    expect(await drawer.paymentOf(number)).toMatchObject({ state: 'paid', method: 'transfer' });
    expect(await drawer.movements(drawer.colleague)).toHaveLength(1);
    await followDossier(drawer.deps, payment.dossierId, 'fall-due', at);
    expect((await drawer.paymentOf(number)).state).toBe('paid');
  });

  test('the same press twice takes once', async () => {
    const { number, payment } = await atReturn();
    const press = aMoneyPress(drawer.clerk, number, payment);
    const twice = () => takePayment(drawer.deps, press, { method: 'cash' });
    const answers = await Promise.all([twice(), twice()]);
    expect(answers.every((one) => one.ok)).toBe(true);
    expect(await drawer.movements()).toHaveLength(1);
  });

  test('two clerks at once: the second is told', async () => {
    const { number, payment } = await atReturn();
    const answers = await Promise.all(
      [drawer.clerk, drawer.colleague].map((who) =>
        takePayment(drawer.deps, aMoneyPress(who, number, payment), { method: 'cash' }),
      ),
    );
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect(answers.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'cash/already-paid' } });
  });

  test('what was withdrawn is not asked for', async () => {
    const { number, payment } = await atReturn();
    await followDossier(drawer.deps, payment.dossierId, 'drop', drawer.deps.clock.now());
    const press = aMoneyPress(drawer.clerk, number, payment);
    expect(await takePayment(drawer.deps, press, { method: 'cash' })).toMatchObject({
      refusal: { code: 'cash/nothing-to-take', params: { state: 'dropped' } },
    });
  });

  test('only at the one-stop whose money it is; a payment of another dossier does not exist', async () => {
    const { number, payment } = await atReturn();
    const other = await atReturn();
    const wrong = aMoneyPress(drawer.clerk, number, other.payment);
    expect(await takePayment(drawer.deps, wrong, { method: 'cash' })).toMatchObject({
      refusal: { code: 'cash/not-found' },
    });
    const head = { ...drawer.head, posts: drawer.head.posts.filter((post) => post.role === 'one-stop-head') };
    expect(
      await takePayment(drawer.deps, aMoneyPress(head, number, payment), { method: 'cash' }),
    ).toMatchObject({ refusal: { code: 'cash/not-your-one-stop' } });
    const stranger = await drawer.actorOf(drawer.office('Phòng Nội vụ'), 'specialist');
    expect(
      await takePayment(drawer.deps, aMoneyPress(stranger, number, payment), { method: 'cash' }),
    ).toMatchObject({ refusal: { code: 'dossiers/not-found' } });
  });
});
