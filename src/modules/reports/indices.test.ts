import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { listAbout } from '#modules/audit/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { later } from '../dossiers/testing-later.ts';
import { anOrigin } from '../dossiers/testing-office.ts';
import { aRoad, ONE_STOP, SECTION } from '../dossiers/testing-road.ts';
import { makeIndices } from './actions/make-indices.ts';
import { type TypedEntry, typeIndex } from './actions/type-index.ts';
import { countIndices } from './jobs/count-indices.ts';
import { indexColumns } from './rules/index-columns.ts';
import { listEntries } from './store/index-entries.ts';
import { listMonthsToCount } from './store/index-months.ts';
import { countScored, listScored, type ScoredLevel } from './store/index-points.ts';

const db = await testDatabase();
const road = await aRoad(db);
const { office, inWork, clerk, specialist, press } = road;
const { decided, askForMore, withdrawn } = later(road);
const district = office.office('Ủy ban nhân dân huyện Châu Thành');
const NOW = '2022-08-20T08:00:00';
const july = { from: civilDate('2022-07-01'), to: civilDate('2022-07-31') };
const quarter = { from: civilDate('2022-07-01'), to: civilDate('2022-09-30') };

// one decided before its day, one long after it, one withdrawn, one still waiting for a supplement
const early = await inWork();
await decided(early);
const late = await inWork();
await withdrawn(await inWork());
await askForMore(await inWork());
await inWork(true);
office.setClock('2022-08-10T09:00:00');
await decided(late);
office.setClock(NOW);

const count = () => countIndices(office.deps).run({}, { jobId: '1', attempt: 1 });
async function report(period: typeof july, agencyCode: string | null = district.code) {
  const made = await makeIndices(
    db.app,
    { ...period, agencyCode: agencyCode ?? undefined, clock: 'legal' },
    instant(NOW),
  );
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
const columnNames: readonly string[] = indexColumns;
const cell = (line: { values: readonly (number | null)[] } | undefined, column: string) =>
  line?.values[columnNames.indexOf(column)];

test('nothing is said before the months have been counted', async () => {
  const { lines, countedAt } = await report(quarter);
  expect(countedAt).toBeNull();
  expect(cell(lines[0], '1')).toBeNull();
});

test('points of a month, and of the months of a period together', async () => {
  await count();
  await count();
  const [inJuly] = (await report(july)).lines;
  expect(cell(inJuly, 'dossiers')).toBe(1);
  expect(cell(inJuly, '1')).toBe(20);
  const { lines, countedAt } = await report(quarter);
  expect(countedAt).toBe(instant(NOW));
  const [agency] = lines;
  expect(cell(agency, 'dossiers')).toBe(2);
  expect([cell(agency, '1'), cell(agency, '3'), cell(agency, '4')]).toEqual([10, 20, 20]);
  expect(cell(agency, '9')).toBe(0);
  expect(lines.some(({ of, key }) => of === 'office' && key === office.office(SECTION).id)).toBe(true);
  const officer = lines.find(({ of, key }) => of === 'officer' && key === specialist.accountId);
  expect(cell(officer, '1')).toBe(10);
  expect(cell(officer, '2')).toBe(10);
  expect(cell(officer, '5')).toBeNull();
  expect(officer?.name).toBe(specialist.name);
});

test('of all agencies a line each, without officers', async () => {
  const { lines } = await report(quarter, null);
  expect(lines.length).toBeGreaterThan(5);
  expect(new Set(lines.map(({ of }) => of))).toEqual(new Set(['agency']));
});

test('every score is made of as many dossiers as it says, and their points', async () => {
  const { lines, agencyIds } = await report(quarter);
  const all = { agencyIds, officeIds: [] };
  for (const { of, key, values } of lines)
    for (const index of [1, 2, 3, 4]) {
      const selection = {
        agencyId: district.id,
        level: of as ScoredLevel,
        subjectId: key,
        index,
        ...quarter,
      };
      const counted = await countScored(db.app, selection, all);
      const rows = await listScored(db.app, selection, all, { limit: 100, after: null });
      expect(rows).toHaveLength(counted.all);
      const points = rows.reduce((sum, one) => sum + one.points, 0);
      expect([of, index, Math.round((points * 10) / rows.length)]).toEqual([of, index, values[index - 1]]);
      if (index !== 2) expect(counted.all).toBe(cell({ values }, 'dossiers'));
      const next = rows[0] && (await listScored(db.app, selection, all, { limit: 100, after: rows[0] }));
      expect(next).toEqual(rows.slice(1));
      const nobody = { agencyIds: [], officeIds: [] };
      expect((await countScored(db.app, selection, nobody)).readable).toBe(0);
    }
});

const head = await office.actorOf(office.office(ONE_STOP), 'one-stop-head');
const key = () => office.deps.random.uuid(office.deps.machineMs());
const origin = { ...anOrigin(), legalNow: instant(NOW) };
const slips: TypedEntry = {
  ...{ agencyId: district.id, accountId: null, year: 2022, quarter: 3, index: 7 },
  ...{ counts: [6, 3, 1], evidence: 'Báo cáo 12/BC-VP' },
};
const type = (entry: Partial<TypedEntry>, one = key(), actor = head) =>
  typeIndex(db.app, { actor, origin, key: one }, { ...slips, ...entry });

test('typed with evidence it counts; typed again the later counts and the earlier stays; a press types once', async () => {
  const one = key();
  expect((await type({}, one)).ok).toBe(true);
  expect((await type({}, one)).ok).toBe(true);
  const [first] = (await report(quarter)).lines;
  expect(cell(first, '7')).toBe(15);
  expect((await type({ counts: [10, 0, 0] })).ok).toBe(true);
  expect((await type({ index: 8, counts: [9, 10] })).ok).toBe(true);
  const [agency] = (await report(quarter)).lines;
  expect([cell(agency, '7'), cell(agency, '8')]).toEqual([20, 10]);
  const kept = await listEntries(db.app, [district.id], [{ year: 2022, quarter: 3 }]);
  expect(kept.map(({ index, counts }) => [index, counts])).toEqual([
    [8, [9, 10]],
    [7, [10, 0, 0]],
    [7, [6, 3, 1]],
  ]);
  const log = await listAbout(db.app, { kind: 'index-entry', id: one }, 10);
  expect(log).toHaveLength(1);
});

test('an officer’s attitude is that officer’s alone', async () => {
  expect((await type({ accountId: specialist.accountId, counts: [0, 0, 4] })).ok).toBe(true);
  const { lines } = await report(quarter);
  const of = (account: string) => lines.find((line) => line.of === 'officer' && line.key === account);
  expect(cell(of(specialist.accountId), '7')).toBe(0);
  expect(cell(of(clerk.accountId), '7')).toBeNull();
  expect(cell(lines[0], '7')).toBe(20);
});

test('nobody types for another agency, and nothing without evidence', async () => {
  expect(await type({ agencyId: key() })).toMatchObject({ refusal: { code: 'reports/not-your-agency' } });
  expect(await type({}, key(), clerk)).toMatchObject({ refusal: { code: 'reports/not-your-agency' } });
  expect(await type({ evidence: ' ' })).toMatchObject({ refusal: { code: 'reports/evidence-missing' } });
});

test('days that are no whole months: only the months within them; none is refused', async () => {
  const days = (from: string, to: string) => report({ from: civilDate(from), to: civilDate(to) });
  const inJuly = cell((await report(july)).lines[0], 'dossiers');
  expect(cell((await days('2022-06-10', '2022-08-10')).lines[0], 'dossiers')).toBe(inJuly);
  const whole = cell((await report(quarter)).lines[0], 'dossiers');
  expect(cell((await days('2022-06-15', '2022-08-20')).lines[0], 'dossiers')).toBe(whole);
  await expect(days('2022-07-02', '2022-08-19')).rejects.toThrow('reports/no-whole-month');
});

test('a decision that is taken back later is counted out again', async () => {
  expect(await press(clerk, late)).toBeDefined();
  office.setClock('2022-08-21T08:00:00');
  const before = cell((await report(quarter)).lines[0], 'dossiers');
  const { takenBack } = later(road);
  const { dossier, events } = await road.read(late);
  const signed = events.find((event) => event.type === 'decided');
  const leadership = office.offices.find(({ id }) => id === signed?.by.officeId);
  if (!leadership) throw new Error('nobody signed');
  await takenBack(await office.actorOf(leadership, 'signing-leader'), dossier.number ?? '');
  await count();
  expect(cell((await report(quarter)).lines[0], 'dossiers')).toBe((before ?? 0) - 1);
});

test('a month long over is counted again when a decision of it is taken back, and only such months are', async () => {
  office.setClock('2022-08-22T08:00:00');
  await count();
  const kept = await report(july);
  expect(cell(kept.lines[0], 'dossiers')).toBe(1);
  office.setClock('2022-12-01T08:00:00');
  await count();
  expect(await listMonthsToCount(db.app)).toEqual([]);
  expect(kept.countedAt).toBe(instant('2022-08-22T08:00:00'));
  const { events, dossier } = await road.read(early);
  const signed = events.find((event) => event.type === 'decided');
  const leadership = office.offices.find(({ id }) => id === signed?.by.officeId);
  if (!leadership) throw new Error('nobody signed');
  const { takenBack } = later(road);
  await takenBack(await office.actorOf(leadership, 'signing-leader'), dossier.number ?? '');
  expect(await listMonthsToCount(db.app)).toContainEqual({ agencyId: district.id, month: '2022-07-01' });
  expect(cell((await report(july)).lines[0], 'dossiers')).toBe(1);
  await count();
  expect(cell((await report(july)).lines[0], 'dossiers')).toBe(0);
  expect((await report(july)).countedAt).toBe(instant('2022-12-01T08:00:00'));
});
