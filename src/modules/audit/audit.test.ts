import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { programOrigin, record, sealBatches, verifyAudit } from './index.ts';

const now = instant('2026-11-24T08:00:00');
const { app, owner } = await testDatabase();

const read = (id: string) =>
  record(app, {
    ...programOrigin(now, now),
    action: 'dossiers/read',
    subject: { kind: 'dossier', id },
    result: 'allowed',
  });

beforeEach(async () => {
  await sql`truncate audit.entry, audit.batch, audit.sealed_entry restart identity`.execute(owner);
  for (const id of ['a', 'b', 'c']) await read(id);
  await sealBatches(app, now);
  await read('d');
  await sealBatches(app, now);
});

test('an untouched log is whole, in two batches', async () => {
  expect(await verifyAudit(app)).toMatchObject({ ok: true, batches: 2, entries: 4 });
  expect(await sealBatches(app, now)).toBe(0);
});

test('one changed byte is found and named', async () => {
  await sql`update audit.entry set subject_id = 'x' where position = 2`.execute(owner);
  expect(await verifyAudit(app)).toEqual({ ok: false, batch: 1, position: '2', problem: 'entry-changed' });
});

test('a cut row is found and named', async () => {
  await sql`delete from audit.entry where position = 3`.execute(owner);
  expect(await verifyAudit(app)).toEqual({ ok: false, batch: 1, position: '3', problem: 'entry-cut' });
});

test('a row cut together with its seal is found', async () => {
  await sql`delete from audit.entry where position = 1`.execute(owner);
  await sql`delete from audit.sealed_entry where position = 1`.execute(owner);
  expect(await verifyAudit(app)).toEqual({ ok: false, batch: 1, problem: 'batch-changed' });
});

test('a changed entry with a matching seal is found by the batch', async () => {
  await sql`update audit.sealed_entry set hash = decode(repeat('00', 32), 'hex') where position = 1`.execute(
    owner,
  );
  expect(await verifyAudit(app)).toMatchObject({ ok: false, batch: 1, position: '1' });
});

test('a batch cut whole breaks the next one', async () => {
  await sql`delete from audit.sealed_entry where batch_seq = 1`.execute(owner);
  await sql`delete from audit.batch where seq = 1`.execute(owner);
  expect(await verifyAudit(app)).toEqual({ ok: false, batch: 1, problem: 'batch-cut' });
});

test('a transaction that commits late is sealed later, though its position is lower', async () => {
  const late = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const slow = inTransaction(app, async (tx) => {
    await record(tx, { ...programOrigin(now, now), action: 'dossiers/accept', result: 'allowed' });
    written.resolve();
    await late.promise;
  });
  await written.promise;
  await read('e');
  expect(await sealBatches(app, now)).toBe(1);
  late.resolve();
  await slow;
  expect(await sealBatches(app, now)).toBe(1);
  expect(await verifyAudit(app)).toMatchObject({ ok: true, entries: 6 });
});

test('the application can neither change nor delete what was written', async () => {
  for (const table of ['entry', 'batch', 'sealed_entry']) {
    await expect(sql`delete from ${sql.table(`audit.${table}`)}`.execute(app)).rejects.toThrow(
      'permission denied',
    );
  }
  await expect(sql`update audit.entry set action = 'x/y'`.execute(app)).rejects.toThrow('permission denied');
});
