import { beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { closeList } from './actions/close-list.ts';
import { confirmList } from './actions/confirm-list.ts';
import { confirmQuarter } from './actions/confirm-quarter.ts';
import { giveBack } from './actions/give-back.ts';
import { prepareQuarter } from './actions/prepare-quarter.ts';
import { quarterState } from './actions/quarter.ts';
import { recordTreasury } from './actions/record-treasury.ts';
import { aCharge, aClosePress, aDrawer, aLine, aMoneyPress, type Drawer } from './testing.ts';
import { aCashBrowser, type CashBrowser } from './testing-desk.ts';

const db = await testDatabase();
const quarter = { year: 2022, nth: 3 };
const page = '/lam-viec/thu-phi/quy';
let drawer: Drawer;
let head: CashBrowser;
let clerk: CashBrowser;

const state = () => quarterState(db.app, drawer.oneStop.id, quarter);
const press = (actor = drawer.clerk, key: string = crypto.randomUUID()) => ({
  actor,
  origin: anOrigin(),
  key,
  officeId: drawer.oneStop.id,
  quarter,
});

beforeAll(async () => {
  drawer = await aDrawer(db);
  head = await aCashBrowser(drawer, drawer.head);
  clerk = await aCashBrowser(drawer, drawer.clerk);
  const { number, payment } = await drawer.take();
  const part = { amount: 30_000, seen: 100_000, method: 'cash', reason: 'fewer-papers', note: '' } as const;
  await giveBack(drawer.deps, aMoneyPress(drawer.clerk, number, payment), part);
  const half = aLine({ exempted: 50_000, due: 50_000 });
  const exemption = { key: 'ho-ngheo', name: 'Hộ nghèo', proof: null };
  await drawer.take(aCharge({ lines: [half], exemption, way: 'transfer' }));
});

describe('the quarter of a one-stop', () => {
  test('says every number with how it is counted, and opens the list behind it', async () => {
    expect((await state()).figures).toMatchObject({
      receipts: { issued: 2, first: '0000001/2022', last: '0000002/2022', voided: 0 },
      cash: { taken: 100_000, givenBack: 30_000, net: 70_000 },
      transfer: { taken: 50_000, net: 50_000 },
      whole: { net: 120_000 },
      exempted: { payments: 1, amount: 50_000 },
      procedures: [{ code: '1.001612', receipts: 2, net: 120_000 }],
    });
    const { body } = await head.get(`${page}?quy=2022-3`);
    for (const said of [
      'Còn 1 ngày thu chưa được xác nhận',
      drawer.clerk.name,
      'từ 0000001/2022 đến 0000002/2022',
      'Đã thu trừ hủy trừ đã trả lại.',
      '120.000',
    ])
      expect(body).toContain(said);
    expect(body).not.toMatch(/cash\.[a-z]/);
    const links = [...body.matchAll(/href="([^"]*chi-tiet[^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(6);
    for (const link of links) {
      const detail = await head.get(link.replaceAll('&amp;', '&'));
      expect(detail.statusCode).toBe(200);
      expect(detail.body).not.toMatch(/cash\.[a-z]/);
    }
    expect((await head.get(`${page}/chi-tiet?quy=2022-3&loai=given-back`)).body).toContain('30.000');
    expect((await head.get(`${page}/chi-tiet?quy=2022-3&loai=exempted`)).body).toContain('50.000');
    const sheet = await head.get(`${page}.xlsx?quy=2022-3`);
    expect(sheet.headers['content-type']).toContain('spreadsheetml');
  });

  test('is prepared when it is over and every day is confirmed', async () => {
    const code = async () => {
      const done = await prepareQuarter(drawer.deps, press());
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await code()).toBe('cash/quarter-not-over');
    drawer.setClock('2022-10-03T08:00');
    expect(await code()).toBe('cash/days-open');
    const [open] = (await state()).openDays;
    const closing = await aClosePress(drawer, {
      listId: open?.id ?? '',
      seen: 3,
      count: { cash: 70_000, transfer: 50_000 },
    });
    expect(await closeList(drawer.deps, closing)).toMatchObject({ ok: true });
    expect(await code()).toBe('cash/days-open');
    await confirmList(drawer.deps, {
      actor: drawer.head,
      origin: anOrigin(),
      key: crypto.randomUUID(),
      listId: open?.id ?? '',
      receivedCash: 70_000,
      note: '',
    });
    expect(await code()).toBe('done');
  });

  test('what went to the treasury is typed with its paper, once; then it is prepared again', async () => {
    const form = {
      quarter: '2022-3',
      key: crypto.randomUUID(),
      amount: '70.000',
      date: '01/10/2022',
      document: 'GNT 15',
    };
    for (const [field, bad] of [
      ['amount', '-1'],
      ['amount', '0'],
      ['date', '31/02/2022'],
      ['date', '05/10/2022'],
      ['document', ' '],
      ['document', 'ă'.repeat(101)],
      ['amount', '<wbr>'],
    ] as const) {
      const refused = await head.post(`${page}/kho-bac`, { ...form, [field]: bad });
      expect(refused.statusCode).toBe(422);
      expect(refused.body).toContain(`href="#f-${field}"`);
      expect(refused.body).not.toContain('<wbr>');
    }
    expect((await head.post(`${page}/kho-bac`, form)).statusCode).toBe(303);
    expect((await head.post(`${page}/kho-bac`, form)).statusCode).toBe(303); // pressed twice
    expect((await clerk.post(`${page}/kho-bac`, form)).statusCode).toBe(403);
    expect((await head.post(`${page}/kho-bac`, { ...form, quarter: '2022-2' })).statusCode).toBe(404);
    const after = await state();
    expect(after).toMatchObject({ figures: { treasury: 70_000 }, agrees: false });
    expect((await head.get(`${page}?quy=2022-3`)).body).toContain('Xin lập lại');
    expect(await confirmQuarter(drawer.deps, press(drawer.head, after.settlement?.id))).toMatchObject({
      refusal: { code: 'cash/settlement-changed' },
    });
    const again = press();
    expect((await prepareQuarter(drawer.deps, again)).ok).toBe(true);
    expect((await prepareQuarter(drawer.deps, again)).ok).toBe(true); // pressed twice
    const { settlement, agrees } = await state();
    expect(agrees).toBe(true);
    const colleague = { ...drawer.clerk, accountId: drawer.colleague.accountId };
    expect((await prepareQuarter(drawer.deps, press(colleague))).ok).toBe(true);
    expect((await prepareQuarter(drawer.deps, again)).ok).toBe(true); // once more, after somebody else
    expect((await state()).settlement?.id).not.toBe(settlement?.id);
    expect((await prepareQuarter(drawer.deps, press())).ok).toBe(true);
  });

  test('a second person confirms it, once, also two at once; then nothing is written', async () => {
    const id = (await state()).settlement?.id ?? '';
    const own = { ...drawer.head, accountId: drawer.clerk.accountId };
    expect(await confirmQuarter(drawer.deps, press(own, id))).toMatchObject({
      refusal: { code: 'cash/own-settlement' },
    });
    const other = { ...drawer.head, accountId: drawer.colleague.accountId };
    const both = await Promise.all(
      [drawer.head, other].map((actor) => confirmQuarter(drawer.deps, press(actor, id))),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'cash/settlement-confirmed' } });
    const late = { amount: 1, documentNumber: 'x', documentDate: civilDate('2022-10-01') };
    expect(await recordTreasury(drawer.deps, press(drawer.head), late)).toMatchObject({
      refusal: { code: 'cash/settlement-confirmed' },
    });
    expect((await head.get(`${page}?quy=2022-3`)).body).toContain('Người xác nhận');
    const confirmed = (await state()).figures;
    const later = db.owner.updateTable('cash.payment').set({ created_at: instant('2022-10-20T08:00:00') });
    await later.where('exempted', '>', 0).execute();
    expect((await state()).figures).toEqual(confirmed); // what was signed stands
    await expect(db.app.deleteFrom('cash.fee_settlement').execute()).rejects.toThrow(/permission denied/);
  });

  test('hostile addresses show the quarter of today, or nothing', async () => {
    for (const bad of ["2022-3'--", '<script>', '9999-9', 'x'.repeat(500)])
      expect((await head.get(`${page}?quy=${encodeURIComponent(bad)}`)).statusCode).toBe(200);
    expect((await head.post(`${page}/lap`, { quarter: '2022-9' })).statusCode).toBe(404);
    const posts = drawer.clerk.posts.map((post) => ({ ...post, officeId: crypto.randomUUID() }));
    const elsewhere = press({ ...drawer.clerk, posts });
    expect(await prepareQuarter(drawer.deps, elsewhere)).toMatchObject({
      refusal: { code: 'cash/not-found' },
    });
  });
});
