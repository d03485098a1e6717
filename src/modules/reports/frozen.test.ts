import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { later } from '../dossiers/testing-later.ts';
import { anOrigin } from '../dossiers/testing-office.ts';
import { aRoad } from '../dossiers/testing-road.ts';
import { freezeReport } from './actions/freeze-report.ts';
import { verifyFrozen } from './index.ts';
import { reports } from './reports.ts';
import { differences } from './rules/frozen.ts';
import { findFrozen, shownDigest } from './store/frozen.ts';

const db = await testDatabase();
const road = await aRoad(db);
const { office, inWork, anAccepted } = road;
const { askForMore, correctTo, decided, takenBack, withdrawn } = later(road);
const random = createRandom();
const agency = office.office('Ủy ban nhân dân huyện Châu Thành');
const statistician = await office.actorOf(
  office.office('Lãnh đạo Ủy ban nhân dân huyện Châu Thành'),
  'signing-leader',
);
const asked = {
  ...{ from: civilDate('2022-07-15'), to: civilDate('2022-07-31'), clock: 'legal' as const },
  ...{ agencyCode: agency.code, agencyId: agency.id, within: [agency.id] },
};
const [ii06a, , timeliness] = reports;
if (!ii06a || !timeliness) throw new Error('two reports');

const pressAt = (legal: string, key = random.uuid(Date.now())) => {
  office.setClock(legal);
  return {
    actor: statistician,
    key,
    shown: null,
    origin: { ...anOrigin(), legalNow: office.deps.clock.now() },
  };
};
const freeze = (report: typeof ii06a, legal: string, key?: string) =>
  freezeReport({ db: db.app }, pressAt(legal, key), report, asked);

beforeEach(() => office.setClock('2022-07-25T08:00:00'));

test('what was frozen is what is counted later, whatever happened to the dossiers since', async () => {
  const waiting = await inWork();
  const taken = await inWork();
  const wrong = await anAccepted();
  const gone = await inWork();
  const open = await inWork();
  office.setClock('2022-07-29T09:00:00');
  const leader = await decided(taken);
  const frozen: Record<string, string> = {};
  for (const report of [ii06a, timeliness]) {
    const outcome = await freeze(report, '2022-08-01T08:00:00');
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    frozen[report.code] = outcome.value;
  }

  office.setClock('2022-08-02T09:00:00');
  await askForMore(waiting);
  await takenBack(leader, taken);
  await correctTo(wrong, '1.001662');
  await withdrawn(gone);
  office.setClock('2022-08-09T09:00:00');
  await decided(open);
  await withdrawn(taken);
  await anAccepted();

  const now = office.deps.clock.now();
  for (const report of [ii06a, timeliness]) {
    const found = await findFrozen(db.app, frozen[report.code] ?? '');
    const again = await report.make(db.app, asked, now);
    if (!found || !again.ok) throw new Error('frozen and counted again');
    expect(differences(found.table, again.value)).toEqual([]);
    expect(found.intact).toBe(true);
    expect(found.table.lines.at(-1)?.values[0]).toBe(5);
  }
});

test('once for a press, again only when the numbers are others; never before the period is over', async () => {
  expect(await freeze(ii06a, '2022-07-31T23:00:00')).toMatchObject({
    refusal: { code: 'reports/period-not-over' },
  });
  expect(await freeze(ii06a, '2022-08-10T08:00:00')).toMatchObject({
    refusal: { code: 'reports/frozen-same' },
  });
  office.setClock('2022-07-26T08:00:00');
  await anAccepted();
  const key = random.uuid(Date.now());
  expect(await freeze(ii06a, '2022-08-10T08:00:00', key)).toEqual({ ok: true, value: key });
  expect(await freeze(ii06a, '2022-08-10T08:00:01', key)).toEqual({ ok: true, value: key });
});

test('what changed after it was shown is not frozen unseen; what is shown is', async () => {
  office.setClock('2022-07-27T08:00:00');
  await anAccepted();
  const press = pressAt('2022-08-11T08:00:00');
  const seen = await timeliness.make(db.app, asked, press.origin.legalNow);
  if (!seen.ok) throw new Error(seen.refusal.code);
  office.setClock('2022-07-27T09:00:00');
  await anAccepted();
  const shown = shownDigest(seen.value);
  expect(await freezeReport({ db: db.app }, { ...press, shown }, timeliness, asked)).toMatchObject({
    refusal: { code: 'reports/changed-meanwhile' },
  });
  const again = await timeliness.make(db.app, asked, press.origin.legalNow);
  if (!again.ok) throw new Error(again.refusal.code);
  const frozen = { ...press, shown: shownDigest(again.value) };
  expect(await freezeReport({ db: db.app }, frozen, timeliness, asked)).toEqual({
    ok: true,
    value: press.key,
  });
  const kept = await findFrozen(db.app, press.key);
  expect(kept?.table).toMatchObject({ agencyIds: [agency.id], lines: again.value.lines });
  expect(kept).toMatchObject({
    agencyId: agency.id,
    officeCode: agency.code,
    from: asked.from,
    to: asked.to,
  });
});

test('somebody of another agency freezes nothing here', async () => {
  const elsewhere = await office.actorOf(
    office.office('Lãnh đạo Ủy ban nhân dân xã Phú Hựu'),
    'signing-leader',
  );
  const press = { ...pressAt('2022-08-12T08:00:00'), actor: elsewhere };
  expect(await freezeReport({ db: db.app }, press, ii06a, asked)).toMatchObject({
    refusal: { code: 'reports/not-yours-to-freeze' },
  });
});

test('the programs can only add; what somebody changed behind them is found', async () => {
  expect(await verifyFrozen(db.app)).toMatchObject({ ok: true });
  await expect(sql`update reports.frozen_line set cells = '{1}'`.execute(db.app)).rejects.toThrow(
    /permission/,
  );
  await expect(sql`delete from reports.frozen_report`.execute(db.app)).rejects.toThrow(/permission/);
  await sql`update reports.frozen_line set cells[1] = 99 where kind = 'sum'`.execute(db.owner);
  expect(await verifyFrozen(db.app)).toMatchObject({ ok: false, report: expect.any(String) });
});
