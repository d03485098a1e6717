import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { forward } from './actions/forward.ts';
import { makeDailyRoot, type RootKey } from './actions/make-daily-root.ts';
import { verifyHistory } from './actions/verify.ts';
import { aBeginPress, aFilingInput, anOfficeOfChauThanh, aPress } from './testing-office.ts';

const db = await testDatabase();
const office = await anOfficeOfChauThanh(db);
const oneStop: OfficeInForce = office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
const clerk: Actor = await office.actorOf(oneStop, 'reception-officer');
const key: RootKey = { id: 'test', ...generateKeyPairSync('ed25519') };
const verify = () => verifyHistory(db.app, office.deps.keys, key.publicKey);

let number: string;

beforeEach(async () => {
  await sql`truncate dossiers.dossier, dossiers.number_series, dossiers.daily_root cascade`.execute(db.owner);
  const procedure = await office.procedure('1.001612');
  for (let i = 0; i < 3; i += 1) {
    const done = await accept(office.deps, aBeginPress(clerk, aFilingInput(procedure, oneStop)));
    if (!done.ok) throw new Error(done.refusal.code);
    number = done.value.number;
    await forward(office.deps, aPress(clerk, number, 1), { note: 'chuyển bản giấy kèm theo' });
  }
  await makeDailyRoot(db.app, civilDate('2022-07-25'), key);
});

const tamper = (statement: string) => sql.raw(statement.replaceAll('$n', `'${number}'`)).execute(db.owner);
const ofIt = 'dossier_id = (select id from dossiers.dossier where number = $n)';

test('an untouched history is whole', async () => {
  expect(await verify()).toEqual({ ok: true, dossiers: 3, events: 6, erased: 0, roots: 1 });
});

test('a second root of the same day changes nothing; the next covers what moved and the root before', async () => {
  expect(await makeDailyRoot(db.app, civilDate('2022-07-25'), key)).toBe(false);
  expect(await makeDailyRoot(db.app, civilDate('2022-07-26'), key)).toBe(true);
  expect(await verify()).toMatchObject({ ok: true, roots: 2 });
});

test('one altered byte of an event is found and named', async () => {
  await tamper(`update dossiers.event set by_name = by_name || '.' where seq = 1 and ${ofIt}`);
  expect(await verify()).toEqual({ ok: false, problem: 'event-changed', where: `${number} #1` });
});

test('one altered byte of the body, of a time, of the personal part', async () => {
  await tamper(
    `update dossiers.event set body = jsonb_set(body, '{late}', 'true') where seq = 2 and ${ofIt}`,
  );
  expect(await verify()).toMatchObject({ problem: 'event-changed', where: `${number} #2` });
  await tamper(
    `update dossiers.event set body = jsonb_set(body, '{late}', 'false') where seq = 2 and ${ofIt}`,
  );
  expect(await verify()).toMatchObject({ ok: true });
  await tamper(`update dossiers.event_personal set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)
    where seq = 1 and ${ofIt}`);
  expect(await verify()).toMatchObject({ problem: 'personal-changed', where: `${number} #1` });
});

test('a cut row is found: from the middle, from the end, and with the head set back', async () => {
  await tamper(`delete from dossiers.event_personal where seq = 2 and ${ofIt}`);
  expect(await verify()).toMatchObject({ problem: 'personal-missing', where: `${number} #2` });
  await tamper(`delete from dossiers.event where seq = 2 and ${ofIt}`);
  expect(await verify()).toMatchObject({ problem: 'event-missing', where: `${number} #2` });
  await tamper(`update dossiers.dossier d set head_seq = 1, state = 'accepted', task = 'forward',
    step_index = 0, head_hash = e.hash from dossiers.event e where e.dossier_id = d.id and e.seq = 1 and d.number = $n`);
  expect(await verify()).toMatchObject({ ok: false });
});

test('a row that no longer says what its history says is found', async () => {
  await tamper(`update dossiers.dossier set due_at = due_at + interval '1 day' where number = $n`);
  expect(await verify()).toEqual({ ok: false, problem: 'row-differs', where: `${number} due_at` });
});

test('a whole dossier cut away leaves a gap in the numbers', async () => {
  await tamper(`with gone as (select id from dossiers.dossier where number = $n),
    a as (delete from dossiers.event_personal where dossier_id in (select id from gone)),
    b as (delete from dossiers.involved_office where dossier_id in (select id from gone)),
    c as (delete from dossiers.party where dossier_id in (select id from gone)),
    d as (delete from dossiers.done_command where dossier_id in (select id from gone)),
    e as (delete from dossiers.hand_over where dossier_id in (select id from gone))
    select 1`);
  await tamper(`delete from dossiers.event where ${ofIt}`);
  await tamper(`delete from dossiers.dossier where number = $n`);
  expect(await verify()).toMatchObject({ ok: false, problem: 'number-gap' });
});

test('a root with another key, or changed, is found', async () => {
  const other = generateKeyPairSync('ed25519').publicKey;
  expect(await verifyHistory(db.app, office.deps.keys, other)).toMatchObject({ problem: 'root-signature' });
  await sql`update dossiers.daily_root_head set seq = 1 where seq = 2`.execute(db.owner);
  expect(await verify()).toMatchObject({ problem: 'root-changed' });
});

test('one person’s data is erased: nothing readable stays, and the history is still whole', async () => {
  await sql`select dossiers.erase_personal(id) from dossiers.dossier where number = ${number}`.execute(
    db.app,
  );
  expect(await verify()).toEqual({ ok: true, dossiers: 3, events: 6, erased: 1, roots: 1 });
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from dossiers.event_personal p
      join dossiers.dossier d on d.id = p.dossier_id where d.number = ${number}`.execute(db.owner);
  expect(rows[0]?.left).toBe(0);
});

test('the application can neither change nor delete history', async () => {
  for (const table of ['event', 'daily_root', 'daily_root_head', 'done_command', 'event_personal']) {
    const name = sql.table(`dossiers.${table}`);
    await expect(sql`delete from ${name}`.execute(db.app), table).rejects.toThrow('permission denied');
    await expect(sql`update ${name} set dossier_id = null`.execute(db.app), table).rejects.toThrow(
      /permission denied|does not exist/,
    );
  }
  await expect(sql`delete from dossiers.dossier`.execute(db.app)).rejects.toThrow('permission denied');
});
