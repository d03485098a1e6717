import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { finishStep } from './actions/finish-step.ts';
import { verifyHistory } from './actions/verify.ts';
import { fillNationalClockOfOld } from './jobs/fill-national-clock.ts';
import { linkHash, NO_HASH } from './store/chain.ts';
import { listIntervals } from './store/clock-intervals.ts';
import { listChain } from './store/history-rows.ts';
import { listUncounted } from './store/national-clock.ts';
import { aRoad, supplement } from './testing-road.ts';

const db = await testDatabase();
const road = await aRoad(db);
const { office, specialist, inWork, press, read } = road;
const { deps } = office;
const { publicKey } = generateKeyPairSync('ed25519');
const verify = () => verifyHistory(db.app, deps.keys, publicKey);
const fill = async () => fillNationalClockOfOld(deps).run({}, { jobId: '1', attempt: 1 });
const FIRST = '00000000-0000-0000-0000-000000000000';
const uncounted = () => listUncounted(db.app, FIRST, 10);

/** Received on 25/07 for three working days; it waited from then until 27/07 in the morning. */
async function completed(): Promise<string> {
  const number = await inWork();
  await supplement(road, number, '2022-07-27T09:00:00');
  return number;
}

async function kept(number: string) {
  const { id } = (await read(number)).dossier;
  const row = await db.owner
    .selectFrom('dossiers.due')
    .where('id', '=', id)
    .select(['due_at', 'national_due_at', 'supplements'])
    .executeTakeFirstOrThrow();
  return { row, intervals: await listIntervals(db.app, [id]) };
}

/** As it was before this clock was kept: nothing of it in the rows, and nothing in the history. */
async function fromBefore(number: string, inHistoryToo: boolean): Promise<void> {
  const { id } = (await read(number)).dossier;
  await inTransaction(db.owner, async (tx) => {
    await sql`update dossiers.due set national_due_at = null, supplements = null, kept_clock = null, kept_dates = null
      where id = ${id}`.execute(tx);
    await sql`update dossiers.clock_interval set national_due_at = null, supplements = null
      where dossier_id = ${id}`.execute(tx);
    if (!inHistoryToo) return;
    await sql`update dossiers.event set body = body - 'nationalDueAt' where dossier_id = ${id}`.execute(tx);
    let previous: Uint8Array = NO_HASH;
    for (const link of await listChain(tx, [id])) {
      const hash = linkHash({
        ...{ dossierId: id, seq: link.seq, type: link.type, at: link.at, body: link.body },
        ...{ byAccount: link.by_account, byOffice: link.by_office, byName: link.by_name },
        ...{ personalDigest: link.personal_digest, previousHash: previous },
      });
      await sql`update dossiers.event set hash = ${Buffer.from(hash)}, previous_hash = ${Buffer.from(previous)}
        where dossier_id = ${id} and seq = ${link.seq}`.execute(tx);
      previous = hash;
    }
    await sql`update dossiers.due set head_hash = ${Buffer.from(previous)} where id = ${id}`.execute(tx);
  });
}

beforeEach(async () => {
  await sql`truncate dossiers.dossier, dossiers.number_series cascade`.execute(db.owner);
  office.setClock('2022-07-25T08:00:00');
});

test('both clocks stand beside each other: the law starts anew, QĐ 766 leaves the wait out', async () => {
  const { row, intervals } = await kept(await completed());
  expect(row).toEqual({
    due_at: '2022-08-01T17:00:00+07:00',
    national_due_at: '2022-07-29T17:00:00+07:00',
    supplements: 1,
  });
  expect(intervals.map((one) => [one.kind, one.national_due_at?.slice(0, 10), one.supplements])).toEqual([
    ...[1, 2, 3].map(() => ['running', '2022-07-28', 0]),
    ['citizen', undefined, 1],
    ['running', '2022-07-29', 1],
  ]);
  expect(await verify()).toMatchObject({ ok: true });
  await sql`update dossiers.clock_interval set national_due_at = national_due_at + interval '1 day'
    where kind = 'running' and supplements = 1`.execute(db.owner);
  expect(await verify()).toMatchObject({ problem: 'interval-differs' });
});

test('a request that is no longer counted is found', async () => {
  const number = await completed();
  await sql`update dossiers.due set supplements = 0`.execute(db.owner);
  expect(await verify()).toMatchObject({ problem: 'row-differs', where: `${number} supplements` });
});

test.each([
  ['rows from before, a history that says it', false],
  ['rows and a history from before', true],
])('%s: counted once, to the same dates', async (_, inHistoryToo) => {
  const number = await completed();
  const written = await kept(number);
  await fromBefore(number, inHistoryToo);
  expect(await verify()).toMatchObject({ ok: true });
  expect(await uncounted()).toHaveLength(1);
  await fill();
  await fill();
  expect(await kept(number)).toEqual(written);
  expect(await uncounted()).toEqual([]);
  expect(await verify()).toMatchObject({ ok: true });
});

test('a press on a dossier from before leaves what it does not know to the job', async () => {
  const number = await completed();
  await fromBefore(number, true);
  await fill();
  const before = await kept(number);
  const finished = await finishStep(deps, await press(specialist, number), { note: null, draft: null });
  expect(finished.ok).toBe(true);
  expect(await uncounted()).toHaveLength(1);
  await fill();
  expect((await kept(number)).row).toEqual(before.row);
  expect(await uncounted()).toEqual([]);
  expect(await verify()).toMatchObject({ ok: true });
});

test('the application counts only what has never been counted', async () => {
  const number = await completed();
  const { id } = (await read(number)).dossier;
  await sql`select dossiers.count_interval(${id}, 1, null, 2::smallint)`.execute(db.app);
  expect(await verify()).toMatchObject({ ok: true });
});
