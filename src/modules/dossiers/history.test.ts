import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { forward } from './actions/forward.ts';
import { makeDailyRoot, type RootKey } from './actions/make-daily-root.ts';
import { verifyHistory } from './actions/verify.ts';
import { linkHash, NO_HASH } from './store/chain.ts';
import { listChain } from './store/history-rows.ts';
import { aBeginPress, aFilingInput, anOfficeOfChauThanh, aPress } from './testing-office.ts';

const db = await testDatabase();
const office = await anOfficeOfChauThanh(db);
const oneStop: OfficeInForce = office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
const clerk: Actor = await office.actorOf(oneStop, 'reception-officer');
const key: RootKey = { id: 'test', ...generateKeyPairSync('ed25519') };
const verify = () => verifyHistory(db.app, office.deps.keys, key.publicKey);

let number: string;

async function anAccepted(): Promise<string> {
  const filing = aFilingInput(await office.procedure('1.001612'), oneStop);
  const done = await accept(office.deps, aBeginPress(clerk, filing));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

/** As earlier versions wrote it: the event names its paper and not what the paper says. */
async function anOldDossier(): Promise<string> {
  const taken = await anAccepted();
  const { id } = await db.owner
    .selectFrom('dossiers.dossier')
    .where('number', '=', taken)
    .select('id')
    .executeTakeFirstOrThrow();
  await inTransaction(db.owner, async (tx) => {
    await sql`update dossiers.event set body = body - 'papers' where dossier_id = ${id}`.execute(tx);
    const [link] = await listChain(tx, [id]);
    if (!link) throw new Error('no event');
    const hash = linkHash({
      ...{ dossierId: id, seq: 1, type: link.type, at: link.at, body: link.body },
      ...{ byAccount: link.by_account, byOffice: link.by_office, byName: link.by_name },
      ...{ personalDigest: link.personal_digest, previousHash: NO_HASH },
    });
    await sql`update dossiers.event set hash = ${hash} where dossier_id = ${id}`.execute(tx);
    await sql`update dossiers.due set head_hash = ${hash} where id = ${id}`.execute(tx);
  });
  return id;
}

beforeEach(async () => {
  await sql`truncate dossiers.dossier, dossiers.number_series, dossiers.daily_root cascade`.execute(db.owner);
  for (let i = 0; i < 3; i += 1) {
    number = await anAccepted();
    await forward(office.deps, aPress(clerk, number, 1), { note: 'chuyển bản giấy kèm theo' });
  }
  await makeDailyRoot(db.app, civilDate('2022-07-25'), key);
});

const tamper = (statement: string) => sql.raw(statement.replaceAll('$n', `'${number}'`)).execute(db.owner);
const ofIt = 'dossier_id = (select id from dossiers.dossier where number = $n)';

test('an untouched history is whole', async () => {
  expect(await verify()).toEqual({
    ok: true,
    dossiers: 3,
    events: 6,
    erased: 0,
    roots: 1,
    lastRoot: '2022-07-25',
  });
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
  await tamper(`with row as (update dossiers.dossier set state = 'accepted', task = 'forward', step_index = 0
                      where number = $n returning id)
    update dossiers.due u set head_seq = 1, head_hash = e.hash from dossiers.event e, row
     where e.dossier_id = u.id and e.seq = 1 and u.id = row.id`);
  expect(await verify()).toMatchObject({ ok: false });
});

test('a row that no longer says what its history says is found', async () => {
  await tamper(`update dossiers.due set due_at = due_at + interval '1 day'
    where id = (select id from dossiers.dossier where number = $n)`);
  expect(await verify()).toEqual({ ok: false, problem: 'row-differs', where: `${number} due_at` });
  await tamper(`update dossiers.due set due_at = due_at - interval '1 day', agency_id = intake_office_id
    where id = (select id from dossiers.dossier where number = $n)`);
  expect(await verify()).toEqual({ ok: false, problem: 'row-differs', where: `${number} agency_id` });
});

test('time that is put on somebody else is found', async () => {
  await tamper(`update dossiers.clock_interval set from_at = from_at + interval '1 day'
    where seq = 1 and dossier_id = (select id from dossiers.dossier where number = $n)`);
  expect(await verify()).toEqual({ ok: false, problem: 'interval-differs', where: `${number} #1` });
});

test('a whole dossier cut away leaves a gap in the numbers', async () => {
  await tamper(`with gone as (select id from dossiers.dossier where number = $n),
    a as (delete from dossiers.event_personal where dossier_id in (select id from gone)),
    b as (delete from dossiers.involved_office where dossier_id in (select id from gone)),
    c as (delete from dossiers.party where dossier_id in (select id from gone)),
    i as (delete from dossiers.clock_interval where dossier_id in (select id from gone)),
    d as (delete from dossiers.done_command where dossier_id in (select id from gone)),
    e as (delete from dossiers.hand_over where dossier_id in (select id from gone))
    select 1`);
  await tamper(`delete from dossiers.event where ${ofIt}`);
  await tamper(`delete from dossiers.dossier where number = $n`);
  expect(await verify()).toMatchObject({ ok: false, problem: 'number-gap' });
});

test('nothing personal goes unless the history says so: the door is shut, and what was broken open is found', async () => {
  const erase = sql`select dossiers.erase_personal(id) from dossiers.dossier where number = ${number}`;
  await expect(erase.execute(db.app)).rejects.toThrow('does not say that it is erased');
  expect(await verify()).toMatchObject({ ok: true, erased: 0 });
  await tamper(`delete from dossiers.event_personal where ${ofIt}`);
  await tamper(`update dossiers.dossier set wrapped_key = null, applicant_name = null, applicant_folded = null
    where number = $n`);
  expect(await verify()).toEqual({ ok: false, problem: 'erased-without-event', where: number });
});

test('the name beside the history is the one of the history', async () => {
  await tamper(`update dossiers.dossier set applicant_name = 'Người Khác' where number = $n`);
  expect(await verify()).toEqual({ ok: false, problem: 'row-differs', where: `${number} applicant_name` });
});

const itsPaper =
  '(select id from documents.paper where subject_id = (select id from dossiers.dossier where number = $n))';

test('what a paper says cannot be changed together with its digest', async () => {
  await tamper(`update documents.paper_content set content = jsonb_set(content, '{number}', '"x"')
    where paper_id = ${itsPaper}`);
  await tamper(`update documents.paper set content_sha256 = repeat('0', 64) where id = ${itsPaper}`);
  expect(await verify()).toMatchObject({ problem: 'paper-changed', where: expect.stringContaining(number) });
});

test('a paper that is cut away, or whose content was destroyed alone, is found', async () => {
  await tamper(`update documents.paper set erased_at = now() where id = ${itsPaper}`);
  expect(await verify()).toMatchObject({ problem: 'erased-without-event' });
  await tamper(`delete from documents.paper_content where paper_id = ${itsPaper}`);
  await tamper(`delete from documents.paper where id = ${itsPaper}`);
  expect(await verify()).toMatchObject({ problem: 'paper-missing', where: expect.stringContaining(number) });
});

test('a history of before papers were sealed is still whole; its papers must be there', async () => {
  const id = await anOldDossier();
  expect(await verify()).toMatchObject({ ok: true, dossiers: 4 });
  await sql`delete from documents.paper_content where paper_id in (select p.id from documents.paper p where p.subject_id = ${id})`.execute(
    db.owner,
  );
  await sql`delete from documents.paper where subject_id = ${id}`.execute(db.owner);
  expect(await verify()).toMatchObject({ problem: 'paper-missing' });
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
