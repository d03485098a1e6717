import { generateKeyPairSync, sign } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { programOrigin, record, sealBatches, verifyAudit } from '#modules/audit/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { forward } from './actions/forward.ts';
import { makeDailyRoot, type RootKey } from './actions/make-daily-root.ts';
import { verifyHistory } from './actions/verify.ts';
import { NO_HASH } from './store/chain.ts';
import { insertRoot, listMovedHeads, rootOf } from './store/roots.ts';
import { aBeginPress, aFilingInput, anOfficeOfChauThanh, aPress } from './testing-office.ts';

const db = await testDatabase();
const office = await anOfficeOfChauThanh(db);
const oneStop: OfficeInForce = office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
const clerk: Actor = await office.actorOf(oneStop, 'reception-officer');
const key: RootKey = { id: 'test', ...generateKeyPairSync('ed25519') };
const verify = () => verifyHistory(db.app, office.deps.keys, key.publicKey);

async function anAccepted(): Promise<string> {
  const filing = aFilingInput(await office.procedure('1.001612'), oneStop);
  const done = await accept(office.deps, aBeginPress(clerk, filing));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

beforeEach(async () => {
  await sql`truncate dossiers.dossier, dossiers.number_series, dossiers.daily_root cascade`.execute(db.owner);
  await forward(office.deps, aPress(clerk, await anAccepted(), 1), { note: null });
  await makeDailyRoot(db.app, civilDate('2022-07-25'), key);
});

test('a second root of the same day changes nothing; the next covers what moved and the root before', async () => {
  expect(await makeDailyRoot(db.app, civilDate('2022-07-25'), key)).toBe(false);
  expect(await makeDailyRoot(db.app, civilDate('2022-07-26'), key)).toBe(true);
  expect(await verify()).toMatchObject({ ok: true, roots: 2 });
});

test('a root with another key, or changed, is found', async () => {
  const other = generateKeyPairSync('ed25519').publicKey;
  expect(await verifyHistory(db.app, office.deps.keys, other)).toMatchObject({ problem: 'root-signature' });
  await sql`update dossiers.daily_root_head set seq = 1 where seq = 2`.execute(db.owner);
  expect(await verify()).toMatchObject({ problem: 'root-changed' });
});

test('a dossier that moves while the root is made is covered by the next one', async () => {
  const events = async () =>
    (
      await sql<{ rooted: number; head: number }>`
      select rooted_seq as rooted, head_seq as head from dossiers.dossier join dossiers.due using (id) where number = ${fresh}`.execute(
        db.owner,
      )
    ).rows[0];
  let fresh = '';
  await inTransaction(db.app, async (tx) => {
    const heads = await listMovedHeads(tx);
    fresh = await anAccepted();
    const covered = { day: civilDate('2022-07-26'), previousRoot: NO_HASH, audit: null };
    const root = rootOf(covered, heads);
    await insertRoot(tx, { ...covered, heads: heads.length, root, signature: root, keyId: 'k' }, heads);
  });
  expect(await events()).toEqual({ rooted: 0, head: 1 });
  expect((await inTransaction(db.app, listMovedHeads)).map((head) => head.seq)).toEqual([1]);
});

test('two workers at once make one root', async () => {
  const day = civilDate('2022-07-27');
  const made = await Promise.all([1, 2].map(() => makeDailyRoot(db.app, day, key)));
  expect(made.sort()).toEqual([false, true]);
});

describe('the audit', () => {
  const at = instant('2022-07-26T00:05:00');
  beforeEach(async () => {
    await sql`truncate audit.entry, audit.batch, audit.sealed_entry restart identity`.execute(db.owner);
    for (let i = 0; i < 2; i += 1) {
      await record(db.app, { ...programOrigin(at, at), action: 'dossiers/read', result: 'allowed' });
      await sealBatches(db.app, at);
    }
    await sql`truncate dossiers.daily_root cascade`.execute(db.owner);
    await makeDailyRoot(db.app, civilDate('2022-07-26'), key);
  });

  test('is whole under its root, also when it goes on', async () => {
    await record(db.app, { ...programOrigin(at, at), action: 'dossiers/read', result: 'allowed' });
    await sealBatches(db.app, at);
    expect(await verify()).toMatchObject({ ok: true, roots: 1, lastRoot: '2022-07-26' });
  });

  test('its end cut away is found, though what is left is whole in itself', async () => {
    await sql`delete from audit.sealed_entry where batch_seq = 2`.execute(db.owner);
    await sql`delete from audit.batch where seq = 2`.execute(db.owner);
    await sql`delete from audit.entry where position = 2`.execute(db.owner);
    expect(await verifyAudit(db.app)).toMatchObject({ ok: true, batches: 1 });
    expect(await verify()).toEqual({ ok: false, problem: 'rooted-audit-changed', where: '2022-07-26 #2' });
  });

  test('rewritten whole it is found, though its chain holds', async () => {
    await sql`truncate audit.entry, audit.batch, audit.sealed_entry restart identity`.execute(db.owner);
    for (let i = 0; i < 2; i += 1) {
      await record(db.app, { ...programOrigin(at, at), action: 'dossiers/other', result: 'allowed' });
      await sealBatches(db.app, at);
    }
    expect(await verifyAudit(db.app)).toMatchObject({ ok: true, batches: 2 });
    expect(await verify()).toMatchObject({ problem: 'rooted-audit-changed' });
  });

  test('the root itself does not say another end', async () => {
    await sql`update dossiers.daily_root set audit_seq = 1, audit_hash = (select hash from audit.batch where seq = 1)
      where day = '2022-07-26'`.execute(db.owner);
    expect(await verify()).toEqual({ ok: false, problem: 'root-changed', where: '2022-07-26' });
  });
});

test('a root of the first version, without the audit, still holds', async () => {
  await sql`truncate dossiers.daily_root cascade`.execute(db.owner);
  await inTransaction(db.owner, async (tx) => {
    await sql`update dossiers.due set rooted_seq = 0`.execute(tx);
    const heads = await listMovedHeads(tx);
    const covered = { day: civilDate('2022-07-25'), previousRoot: NO_HASH, audit: null };
    const root = rootOf(covered, heads);
    const signature = sign(null, root, key.privateKey);
    await insertRoot(tx, { ...covered, heads: heads.length, root, signature, keyId: 'k' }, heads);
  });
  await makeDailyRoot(db.app, civilDate('2022-07-26'), key);
  expect(await verify()).toMatchObject({ ok: true, roots: 2 });
});
