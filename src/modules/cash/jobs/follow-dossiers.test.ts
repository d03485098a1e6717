import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import type { Job } from '#platform/jobs/job.ts';
import { aCharge, aDrawer, aLine, type Drawer } from '../testing.ts';
import { dropUnpaid, fallDueAtHandOver, forgetNotesOfErased } from './follow-dossiers.ts';

const db = await testDatabase();
let drawer: Drawer;
beforeAll(async () => {
  drawer = await aDrawer(db);
});

const told = (dossierId: string) => ({ at: drawer.deps.clock.now(), payload: { dossierId, reference: 'x' } });
const twice = async ({ run }: Job, dossierId: string) => {
  for (const attempt of [1, 2]) await run(told(dossierId), { jobId: '1', attempt });
};

describe('what a dossier tells', () => {
  test('handed over: what is paid at return is due', async () => {
    const { number, payment } = await drawer.take(aCharge({ way: 'at-return' }));
    await twice(fallDueAtHandOver(drawer.deps), payment.dossierId);
    expect((await drawer.paymentOf(number)).state).toBe('due');
  });

  test('withdrawn or stopped: what was not paid is dropped, what was paid stays', async () => {
    const unpaid = await drawer.take(aCharge({ way: 'at-return' }));
    const paid = await drawer.take();
    for (const { payment } of [unpaid, paid]) await twice(dropUnpaid(drawer.deps), payment.dossierId);
    expect((await drawer.paymentOf(unpaid.number)).state).toBe('dropped');
    expect((await drawer.paymentOf(paid.number)).state).toBe('paid');
  });

  test('erased: what was typed goes, amounts and numbers stay', async () => {
    const lines = [aLine({ exempted: 100_000, due: 0 })];
    const exemption = { key: 'ho-ngheo', name: 'Người thuộc hộ nghèo', proof: 'Sổ hộ nghèo số 12' };
    const { number, payment } = await drawer.take(aCharge({ lines, exemption }));
    await twice(forgetNotesOfErased(drawer.deps), payment.dossierId);
    const notes = await db.owner.selectFrom('cash.note').selectAll().execute();
    expect(notes.map((note) => note.dossier_id)).not.toContain(payment.dossierId);
    expect(await drawer.paymentOf(number)).toMatchObject({ state: 'exempt', exempted: 100_000 });
  });
});
