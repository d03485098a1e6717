import { beforeAll, describe, expect, test } from 'vitest';
import { findPaper } from '#modules/documents/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aCharge, aDrawer, aLine, type Drawer } from '../testing.ts';

const db = await testDatabase();
let drawer: Drawer;
beforeAll(async () => {
  drawer = await aDrawer(db);
});

describe('money taken with the press that accepts', () => {
  test('stands on the list of the day with a receipt that says all of it', async () => {
    const { number, payment } = await drawer.take();
    expect(payment).toMatchObject({ state: 'paid', method: 'cash', amount: 100_000 });
    expect(payment.receiptNumber).toBe('0000001/2022');
    const paper = await findPaper(db.app, payment.receiptId ?? '');
    expect(paper).toMatchObject({ purpose: 'cash-receipt', number: '0000001/2022' });
    expect(paper?.content).toMatchObject({
      dossierNumber: number,
      payer: { name: 'Huỳnh Thị Mỹ Duyên' },
      total: 100_000,
      totalInWords: 'Một trăm nghìn đồng',
      lines: [{ what: 'cash.line.text', quantity: '1', amount: 100_000 }],
      officer: { name: drawer.clerk.name },
    });
    expect(await drawer.movements()).toMatchObject([
      { kind: 'taken', method: 'cash', amount: 100_000, dossierNumber: number },
    ]);
  });

  test('a transfer is taken as one', async () => {
    const { payment } = await drawer.take(aCharge({ way: 'transfer' }));
    expect(payment).toMatchObject({ state: 'paid', method: 'transfer' });
  });

  test('at return: written down, nothing taken, no number used', async () => {
    const before = (await drawer.receipts()).length;
    const { payment } = await drawer.take(aCharge({ way: 'at-return' }));
    expect(payment).toMatchObject({ state: 'at-return', receiptId: null });
    expect(await drawer.receipts()).toHaveLength(before);
  });

  test('exempted: nothing to pay; group and proof are kept, the proof sealed', async () => {
    const line = aLine({ exempted: 100_000, due: 0 });
    const proof = 'Giấy chứng nhận hộ nghèo số 87/2022';
    const exemption = { key: 'ho-ngheo', name: 'Người thuộc hộ nghèo', proof };
    const { payment } = await drawer.take(aCharge({ lines: [line], exemption }));
    expect(payment).toMatchObject({
      state: 'exempt',
      amount: 0,
      exempted: 100_000,
      exemptionKey: 'ho-ngheo',
    });
    const note = await db.owner
      .selectFrom('cash.note')
      .selectAll()
      .where('id', '=', payment.proofNoteId)
      .executeTakeFirstOrThrow();
    expect(note.sealed.toString('utf8')).not.toContain('hộ nghèo');
  });

  test('exempted by half: the receipt says of whom and how much', async () => {
    const line = aLine({ exempted: 50_000, due: 50_000 });
    const exemption = { key: 'nguoi-cao-tuoi', name: 'Người cao tuổi', proof: 'CCCD' };
    const { payment } = await drawer.take(aCharge({ lines: [line], exemption }));
    const paper = await findPaper(db.app, payment.receiptId ?? '');
    expect(paper?.content).toMatchObject({
      total: 50_000,
      exemption: { name: 'Người cao tuổi', amount: 50_000 },
    });
  });

  test('many at once: no number twice, none left out, one list a clerk', async () => {
    const before = (await drawer.receipts()).map((one) => one.number);
    const { clerk, colleague } = drawer;
    await Promise.all([clerk, colleague, clerk, colleague, clerk].map((who) => drawer.take(aCharge(), who)));
    const after = (await drawer.receipts()).map((one) => one.number);
    expect(after).toEqual(Array.from({ length: before.length + 5 }, (_, index) => index + 1));
    expect(await drawer.lists(clerk)).toHaveLength(1);
    expect(await drawer.lists(colleague)).toHaveLength(1);
  });

  test('a dossier that is not accepted leaves neither money nor number behind', async () => {
    const before = (await drawer.receipts()).length;
    const broken = aCharge({ lines: [aLine({ full: -1, due: -1 })] });
    await expect(drawer.take(broken)).rejects.toThrow();
    expect(await drawer.receipts()).toHaveLength(before);
  });

  test('the programs cannot change what moved', async () => {
    await expect(db.app.updateTable('cash.movement').set({ amount: 1 }).execute()).rejects.toThrow(
      /permission denied/,
    );
    await expect(db.app.deleteFrom('cash.movement').execute()).rejects.toThrow(/permission denied/);
  });
});
