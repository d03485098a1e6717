import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { askForSupplement } from './actions/ask-for-supplement.ts';
import { askOpinion } from './actions/ask-opinion.ts';
import { decide } from './actions/decide.ts';
import { forward } from './actions/forward.ts';
import { readPublicly } from './actions/read-publicly.ts';
import { verifyHistory } from './actions/verify.ts';
import { states, tasks } from './rules/dossier.ts';
import * as asked from './store/asked.ts';
import * as counts from './store/counts.ts';
import * as groups from './store/group.ts';
import * as handOvers from './store/hand-overs.ts';
import * as historyRows from './store/history-rows.ts';
import * as lateCauses from './store/late-causes.ts';
import * as lists from './store/lists.ts';
import * as load from './store/load.ts';
import * as movedDates from './store/moved-dates.ts';
import * as ofField from './store/of-field.ts';
import * as parties from './store/parties.ts';
import * as persons from './store/person-dossiers.ts';
import { idHash } from './store/personal-part.ts';
import * as publicStatus from './store/public-status.ts';
import * as readable from './store/readable-list.ts';
import * as ready from './store/ready-results.ts';
import * as registers from './store/registers.ts';
import * as searches from './store/search-dossiers.ts';
import * as byPlace from './store/search-places.ts';
import { anOrigin } from './testing-office.ts';
import { aRoad, SECTION } from './testing-road.ts';

const { publicKey } = generateKeyPairSync('ed25519');
const db = await testDatabase();
let road: Awaited<ReturnType<typeof aRoad>>;
beforeAll(async () => {
  road = await aRoad(db);
});

const span = { from: '2022-01-01' as CivilDate, to: '2022-12-31' as CivilDate };
const ID = '087188004512';

/**
 * Every list, count, register and report of the module, by the name of its query; `scripts/check-training.ts` says
 * which is missing.
 */
function questions(): Readonly<Record<string, () => Promise<unknown>>> {
  const { office, oneStop } = road;
  const { agencyId } = oneStop;
  const officeIds = office.offices.map(({ id }) => id);
  const places = { agencyIds: [agencyId], officeIds };
  const work = {
    officeIds,
    accountId: agencyId,
    ledOfficeIds: officeIds,
    tasks,
    now: office.deps.clock.now(),
  };
  const page = { limit: 100, after: null };
  const sorted = { limit: 100, sort: { by: 'applicant', down: false }, place: null } as const;
  const filters = { state: null, procedureCode: null, from: null, to: null };
  const q = db.app;
  const led = { agencyId, officeIds: null };
  return {
    listOpenOpinions: () => asked.listOpenOpinions(q, officeIds, false),
    listOpenOutside: () => asked.listOpenOpinions(q, officeIds, true),
    listSilent: () => asked.listSilent(q, officeIds, '2023-01-01' as CivilDate),
    countByChannelAndState: () => counts.countByChannelAndState(q),
    countOpenOf: async () => Promise.all([agencyId, ...officeIds].map((id) => counts.countOpenOf(q, id))),
    countOpenOver: () => counts.countOpenOver(q, span),
    countUnlisted: () => handOvers.countUnlisted(q, officeIds),
    listNumberGaps: () => historyRows.listNumberGaps(q),
    listWork: () => lists.listWork(q, { ...work, group: 'all', procedureCode: null }, page),
    listWorkSorted: () => lists.listWorkSorted(q, { ...work, group: 'all', procedureCode: null }, sorted),
    countWork: () => lists.countWork(q, work),
    listWorkProcedures: () => lists.listWorkProcedures(q, work),
    listLoad: () => load.listLoad(q, led, office.deps.clock.now()),
    listOverdueToReckon: () => lateCauses.listOverdueToReckon(q, '2030-01-01T08:00:00+07:00' as Instant),
    listHeld: () => {
      const late = { now: '2030-01-01T08:00:00+07:00' as Instant, limit: 100, after: null };
      return load.listHeld(q, [led], { officeId: null, accountId: null, due: null }, late);
    },
    listMoved: () => movedDates.listMoved(q, places, 100),
    countMoved: () => movedDates.countMoved(q, places),
    listOfField: () =>
      ofField.listOfField(q, { agencyId, intakeOfficeId: oneStop.id, field: FIELD, states }, 100),
    findLatestDossierOf: () => parties.findLatestDossierOf(q, idHash(office.deps.keys, ID), agencyId),
    listReadable: () => readable.listReadable(q, places, filters, page),
    listReadableOfProcedure: () =>
      readable.listReadable(q, { agencyIds: [], officeIds }, { ...filters, procedureCode: '1.001612' }, page),
    listReadableOfOffices: () => readable.listReadable(q, { agencyIds: [], officeIds }, filters, page),
    listReadableSorted: () => readable.listReadableSorted(q, places, filters, sorted),
    listFiledProcedures: () => readable.listFiledProcedures(q),
    listReady: () => ready.listReady(q, officeIds, page),
    listReadySorted: () => ready.listReadySorted(q, officeIds, sorted, null),
    listGroup: () => groups.listGroup(q, agencyId, officeIds),
    countReady: () =>
      ready.countReady(q, officeIds, [{ agencyId, before: '2030-01-01T00:00:00+07:00' as Instant }]),
    listReceived: () => registers.listReceived(q, oneStop.id, span, page),
    searchByPlace: () => {
      const place = { names: ['xa tan nhuan dong', 'xa phu huu'], province: 'tinh dong thap' };
      return byPlace.searchByPlace(q, places, [{ nameWords: [], places: [place] }], 100);
    },
    searchDossiers: async () =>
      Promise.all(
        [
          { names: ['huynh'], numbers: [], idHash: null },
          { names: [], numbers: [], idHash: idHash(office.deps.keys, ID) },
        ].map((by) => searches.searchDossiers(q, places, by, 100)),
      ),
  };
}
const FIELD = 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)';

const all = async () => {
  const entries = Object.entries(questions()).map(async ([name, ask]) => [name, await ask()] as const);
  return Object.fromEntries(await Promise.all(entries));
};

/** One dossier as far as the stage says; real and training ones go the same way. */
const stages: Readonly<Record<string, (training: boolean) => Promise<string>>> = {
  accepted: (training) => road.anAccepted(undefined, training),
  'forwarded, nobody has confirmed': async (training) => {
    const number = await road.anAccepted(undefined, training);
    const press = await road.press(road.clerk, number);
    expect((await forward(road.office.deps, press, { note: null })).ok).toBe(true);
    return number;
  },
  'in work, an opinion asked': async (training) => {
    const number = await road.inWork(training);
    const { id: officeId } = road.office.office('Phòng Tư pháp');
    const request = { officeId, question: 'Ý kiến?', answerBy: '2022-07-27' as CivilDate };
    const done = await askOpinion(road.office.deps, await road.press(road.specialist, number), request);
    expect(done.ok).toBe(true);
    return number;
  },
  'nobody answers': async (training) => {
    const number = await road.inWork(training);
    const items = [{ name: 'Đơn', what: 'Thiếu chữ ký' }];
    const guidance = { items, reason: 'Thiếu', respondBy: '2022-08-30' as CivilDate };
    const press = await road.press(road.specialist, number);
    expect((await askForSupplement(road.office.deps, press, guidance)).ok).toBe(true);
    return number;
  },
  decided: async (training) => {
    const number = await road.inWork(training);
    const leader = await road.toTheLeader(number);
    const result = { title: 'Giấy chứng nhận', content: 'Chứng nhận' };
    const input = { outcome: 'granted', result, note: null } as const;
    expect((await decide(road.office.deps, await road.press(leader, number), input)).ok).toBe(true);
    return number;
  },
};

describe('a training dossier changes nothing that is listed or counted', () => {
  test.each(Object.keys(stages))('%s', async (stage) => {
    await stages[stage]?.(false);
    const before = await all();
    expect(JSON.stringify(before)).toContain('2022');
    const name = await stages[stage]?.(true);
    expect(name).toMatch(/^THU-/);
    expect(await all()).toEqual(before);
  });

  test('nor does it use up a number of the day, a paper number or a place in a register', async () => {
    const series = async () => ({
      days: await db.owner.selectFrom('dossiers.number_series').selectAll().orderBy('day').execute(),
      papers: await db.owner.selectFrom('documents.register_entry').select('paper_id').execute(),
    });
    const before = await series();
    for (const drive of Object.values(stages)) await drive(true);
    expect(await series()).toEqual(before);
  });

  test('nor is it put on a hand-over list beside real ones', async () => {
    const { oneStop, office, clerk } = road;
    const drive = stages['forwarded, nobody has confirmed'];
    const [real] = [await drive?.(false), await drive?.(true)];
    const to = office.office(SECTION).id;
    const list = { id: office.deps.random.uuid(1), fromOfficeId: oneStop.id, toOfficeId: to };
    const made = { madeAt: office.deps.clock.now(), madeBy: clerk.accountId, madeByName: clerk.name };
    await inTransaction(db.app, (tx) => handOvers.insertHandOverList(tx, { ...list, ...made }));
    const lines = await handOvers.listHandOverLines(db.app, list.id);
    const names = lines.map(({ name }) => name);
    expect(names).toContain(real);
    expect(names.filter((name) => name.startsWith('THU-'))).toEqual([]);
  });
});

test('citizens find it neither by number nor by a signed link; who works with it finds it by its name', async () => {
  const number = await road.anAccepted(undefined, true);
  const question = { whole: [number], short: number, agencyIds: [road.oneStop.agencyId] };
  expect(await publicStatus.findPublicStatus(db.app, question)).toBeUndefined();
  expect(await readPublicly(road.office.deps, anOrigin(), number)).toBeUndefined();
  const places = { agencyIds: [road.oneStop.agencyId], officeIds: [] };
  const found = await searches.searchDossiers(
    db.app,
    places,
    { names: [], numbers: [number], idHash: null },
    10,
  );
  expect(found.map(({ name, training }) => [name, training])).toEqual([[number, true]]);
});

test('what is held about a person holds for it too: personal data is personal data', async () => {
  const number = await road.anAccepted(undefined, true);
  const hash = idHash(road.office.deps.keys, ID);
  const who = { agencyIds: [road.oneStop.agencyId], idHash: hash, known: [] };
  const ids = await persons.listDossiersOfPerson(db.app, who, 100);
  const names = await persons.listNames(db.app, ids);
  expect(names.map((one) => one.number)).toContain(number);
});

test('what it began as it stays: not even the owner of the database makes a real one of it, or the reverse', async () => {
  const training = await road.anAccepted(undefined, true);
  const real = await road.anAccepted();
  for (const [number, mark] of [
    [training, false],
    [real, true],
  ] as const)
    await expect(
      db.owner.updateTable('dossiers.dossier').set({ training: mark }).where('number', '=', number).execute(),
    ).rejects.toThrow('said once');
  expect((await verifyHistory(db.app, road.office.deps.keys, publicKey)).ok).toBe(true);
});
