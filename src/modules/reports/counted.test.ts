import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { addDays, type CivilDate, civilDate, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { changeDossier, insertDossiers } from '#modules/dossiers/testing-rows.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { countChanged } from './actions/count-changed.ts';
import { reportClocks } from './rules/report-table.ts';
import { addUpByMonth, addUpHandled, addUpStanding } from './store/add-up.ts';
import { scanByMonth, scanHandled, scanStanding } from './store/scan-standing.ts';
import { scanTimeliness } from './store/scan-timeliness.ts';
import { countStanding } from './store/standing.ts';
import { addUpTimeliness, countTimeliness } from './store/timeliness.ts';
import { isCounted, listUncounted } from './store/uncounted.ts';

const db = await testDatabase();
const random = createRandom();
const uuid = () => random.uuid(0);
const [district, commune, elsewhere] = [uuid(), uuid(), uuid()];
const [office, section, oneStop, officer] = [uuid(), uuid(), uuid(), uuid()];
const DAYS = 75;

const moment = (minutes: number) => instantOfMs(msOfInstant(instant('2022-05-20T00:00')) + minutes * 60_000);
const aMoment = fc.nat({ max: 60 * 24 * DAYS }).map(moment);
/** Some are over while the report is asked for. */
const aDue = fc.nat({ max: 60 * 24 * (DAYS + 12) }).map(moment);
const aDay = fc.nat({ max: DAYS + 10 }).map((days) => addDays(civilDate('2022-05-15'), days));
/** After everything that has been recorded: the legal clock never goes back. */
const aNow = fc.nat({ max: 60 * 24 * 10 }).map((minutes) => moment(60 * 24 * DAYS + minutes));

interface Spent {
  readonly from: Instant;
  readonly kind: string;
  readonly dueAt: Instant | null;
  readonly nationalDueAt: Instant | null;
  readonly supplements: number;
  readonly officeId: string;
  readonly accountId: string | null;
}

const aSpent = fc.record({
  from: aMoment,
  kind: fc.constantFrom('running', 'citizen', 'payment', 'other-office', 'ended', 'ended'),
  dueAt: fc.option(aDue),
  nationalDueAt: fc.option(aDue),
  supplements: fc.constantFrom(0, 0, 1, 2),
  officeId: fc.constantFrom(office, section, oneStop),
  accountId: fc.constantFrom(officer, null),
});
const attributes = {
  agencyId: fc.constantFrom(district, district, commune, elsewhere),
  field: fc.constantFrom('Hộ tịch', 'Chứng thực'),
  channel: fc.constantFrom('online', 'direct'),
  assisted: fc.boolean(),
  limitUnit: fc.constantFrom('gio', 'ngay_lam_viec', null),
  withdrawn: fc.boolean(),
  annulled: fc.constantFrom(false, false, false, true),
};
const aDossier = fc.record({
  ...attributes,
  training: fc.constantFrom(false, false, true),
  spent: fc.array(aSpent, { minLength: 1, maxLength: 5 }),
  /** What comes later: more time, and what was corrected. */
  later: fc.array(aSpent, { maxLength: 2 }),
  corrected: fc.option(fc.record(attributes)),
  removed: fc.constantFrom(false, false, false, true),
});
type ADossier = typeof aDossier extends fc.Arbitrary<infer D> ? D : never;

const ordered = (spent: readonly Spent[]) =>
  spent
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map((one, at) => (at === 0 ? { ...one, kind: 'running' } : one));

const waiting: Readonly<Record<string, string>> = {
  citizen: 'awaiting-supplement',
  payment: 'awaiting-payment',
};

function columnsOf(one: Omit<ADossier, 'spent' | 'later' | 'corrected'>, spent: readonly Spent[]) {
  const [first, last] = [spent[0], spent.at(-1)];
  const ended = last?.kind === 'ended' ? last.from : null;
  const open = waiting[last?.kind ?? ''] ?? 'in-progress';
  const state = one.annulled
    ? 'not-accepted'
    : ended === null
      ? open
      : one.withdrawn
        ? 'withdrawn'
        : 'decided';
  return {
    ...{
      regime: '2018',
      task: 'none',
      state,
      agency_id: one.agencyId,
      field: one.field,
      channel: one.channel,
    },
    ...{ intake_office_id: office, return_office_id: office, assisted: one.assisted, training: one.training },
    ...{ procedure_version_id: office, procedure_code: '1.001612', procedure_name: 'x' },
    ...{ return_method: 'counter', clock: 'running', limit_unit: one.limitUnit, ended_at: ended },
    ...{ received_at: first?.from ?? null, due_at: last?.dueAt ?? null },
    ...{ national_due_at: last?.nationalDueAt ?? null, supplements: last?.supplements ?? 0 },
    ...{ head_seq: 0, head_hash: Buffer.alloc(32), updated_at: instant('2022-07-25T08:00') },
  };
}

const rowsOf = (id: string, spent: readonly Spent[], after: number) =>
  spent.map(({ from, kind, dueAt, nationalDueAt, supplements, officeId, accountId }, index) => ({
    ...{ dossier_id: id, seq: after + index + 1, kind, from_at: from, due_at: dueAt },
    ...{ national_due_at: nationalDueAt, supplements },
    ...(kind === 'ended' ? {} : { office_id: officeId, account_id: accountId }),
  }));

/** The dossier is there as it began. */
async function begin({
  spent: given,
  later: _later,
  corrected: _corrected,
  ...one
}: ADossier): Promise<string> {
  const [id, spent] = [uuid(), ordered(given)];
  const reference = one.training ? `THU-${id}` : id;
  await insertDossiers(db.owner, [{ id, reference, ...columnsOf(one, spent) }]);
  await db.owner
    .insertInto('dossiers.clock_interval')
    .values(rowsOf(id, spent, 0))
    .execute();
  return id;
}

type Filed = Pick<ADossier, 'field' | 'limitUnit'>;

/** What was filed, and what it was corrected to at the end. */
async function correct(id: string, filed: Filed, corrected: Filed, spent: readonly Spent[]): Promise<void> {
  const event = (seq: number, type: string, at: Instant | undefined, { field, limitUnit: unit }: Filed) => ({
    ...{ dossier_id: id, seq, type, at: at ?? moment(0), by_name: 'x' },
    body: JSON.stringify({ filing: { procedure: { field }, limit: unit && { unit } } }),
    ...{ previous_hash: Buffer.alloc(32), hash: Buffer.alloc(32) },
  });
  await db.owner
    .insertInto('dossiers.event')
    .values([
      event(1, 'accepted', spent[0]?.from, filed),
      event(2, 'procedure-corrected', spent.at(-1)?.from, corrected),
    ])
    .execute();
}

/** Then its time goes on, something is corrected, or it is gone. */
async function goOn(id: string, { spent: given, later, corrected, ...one }: ADossier): Promise<void> {
  if (one.removed) {
    await db.owner.deleteFrom('dossiers.clock_interval').where('dossier_id', '=', id).execute();
    await db.owner.deleteFrom('dossiers.dossier').where('id', '=', id).execute();
    return;
  }
  const spent = ordered(given);
  const more = later
    .filter(({ from }) => from >= (spent.at(-1)?.from ?? from))
    .toSorted((a, b) => a.from.localeCompare(b.from));
  if (more.length > 0)
    await db.owner
      .insertInto('dossiers.clock_interval')
      .values(rowsOf(id, more, spent.length))
      .execute();
  if (corrected) await correct(id, one, corrected, [...spent, ...more]);
  await changeDossier(db.owner, id, columnsOf({ ...one, ...corrected }, [...spent, ...more]));
}

async function clear(): Promise<void> {
  await db.owner.deleteFrom('dossiers.event').execute();
  await db.owner.deleteFrom('dossiers.clock_interval').execute();
  await db.owner.deleteFrom('dossiers.dossier').execute();
}

type Days = Parameters<typeof listUncounted>[1];
async function uncounted(days: Days, now: Instant): Promise<readonly string[]> {
  const { uncounted: ids, scanned } = await listUncounted(db.app, days, now);
  expect(scanned).toEqual([]);
  return ids;
}

const lines = (counts: readonly object[]) =>
  counts.map((one) => JSON.stringify(Object.entries(one).sort())).sort();

/** Added up and read one by one, for these days. */
async function expectTheSame(from: CivilDate, to: CivilDate, now: Instant): Promise<void> {
  if (from > dateOf(now)) return; // nothing is added up of days to come
  const both = { agencyIds: [district, commune], from, to };
  const ids = await uncounted(both, now);
  for (const clock of reportClocks) {
    const asked = { ...both, clock };
    const standing = await addUpStanding(db.app, asked, now, ids);
    expect(lines(standing)).toEqual(lines(await scanStanding(db.app, asked, now)));
    const months = await addUpByMonth(db.app, asked, now, ids);
    expect(lines(months)).toEqual(lines(await scanByMonth(db.app, asked, now)));
    const handled = await addUpHandled(db.app, asked, [oneStop], now, ids);
    expect(lines(handled)).toEqual(lines(await scanHandled(db.app, asked, [oneStop], now)));
  }
  const timeliness = await addUpTimeliness(
    db.app,
    both,
    now,
    await uncounted({ ...both, to: dateOf(now) }, now),
  );
  expect(lines(timeliness)).toEqual(lines(await scanTimeliness(db.app, both, now)));
}

afterEach(async () => {
  await clear();
  await countChanged(db.app, [oneStop]);
});

const aPeriod = fc.tuple(aDay, aDay).map(([a, b]): [CivilDate, CivilDate] => (a < b ? [a, b] : [b, a]));
const periods = fc.array(aPeriod, { minLength: 2, maxLength: 4 });

/** Dossiers that were counted and some of which went on afterwards; receipts of earlier days, entered later. */
async function happen(dossiers: readonly ADossier[], entered: readonly ADossier[]): Promise<void> {
  await clear();
  const ids: string[] = [];
  for (const one of dossiers) ids.push(await begin(one));
  await countChanged(db.app, [oneStop]);
  for (const [at, one] of dossiers.entries()) if (at % 2 === 0) await goOn(ids[at] ?? '', one);
  for (const one of entered) await begin(one);
}

test('law: what is counted and what has changed since are together what is there, for any days', {
  timeout: 180_000,
}, async () => {
  const [some, few] = [fc.array(aDossier, { maxLength: 20 }), fc.array(aDossier, { maxLength: 5 })];
  await fc.assert(
    fc.asyncProperty(some, few, periods, aNow, async (dossiers, entered, days, now) => {
      await happen(dossiers, entered);
      for (const [from, to] of days) await expectTheSame(from, to, now);
      await countChanged(db.app, [oneStop]);
      for (const [from, to] of days) await expectTheSame(from, to, now);
    }),
    { numRuns: 40 },
  );
});

test('counting twice, or from nothing, gives the same counts; nothing is left to count', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDossier, { minLength: 3, maxLength: 12 }), async (dossiers) => {
      await clear();
      for (const one of dossiers) {
        const id = await begin(one);
        await countChanged(db.app, [oneStop]);
        await goOn(id, one);
      }
      await countChanged(db.app, [oneStop]);
      const once = await allCounts();
      expect(await countChanged(db.app, [oneStop])).toBe(0);
      for (const table of tablesOfCounts) await db.owner.deleteFrom(`reports.${table}`).execute();
      await db.owner.deleteFrom('reports.counted_dossier').execute();
      await noteAll();
      await countChanged(db.app, [oneStop]);
      expect(await allCounts()).toEqual(once);
      const left = await db.owner.selectFrom('reports.to_count').selectAll().execute();
      expect(left).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

const keys = ['day', 'month', 'line_id', 'handler_id'];
const tablesOfCounts = ['day_count', 'month_count', 'handled_day', 'handled_month'] as const;
const noteAll = () =>
  db.owner
    .insertInto('reports.to_count')
    .columns(['dossier_id', 'agency_id'])
    .expression(db.owner.selectFrom('dossiers.dossier').select(['id', 'agency_id']))
    .execute();

test('what was counted before the clock of QĐ 766 was is counted again as from nothing', async () => {
  for (const one of fc.sample(aDossier, { numRuns: 80, seed: 3 })) await begin(one);
  await countChanged(db.app, [oneStop]);
  const wanted = await allCounts();
  // as the migration leaves it
  await db.owner.updateTable('reports.counted_dossier').set({ national: null }).execute();
  for (const table of tablesOfCounts)
    await sql`update ${sql.table(`reports.${table}`)}
      set of_early_766 = of_early, of_on_time_766 = of_on_time, of_late_766 = of_late`.execute(db.owner);
  expect(await allCounts()).not.toEqual(wanted);
  await noteAll();
  await countChanged(db.app, [oneStop]);
  expect(await allCounts()).toEqual(wanted);
});

/** Without those that came to nothing. */
async function allCounts(): Promise<string[]> {
  const all = await Promise.all(
    tablesOfCounts.map((one) => db.owner.selectFrom(`reports.${one}`).selectAll().execute()),
  );
  const isSome = (row: object) =>
    Object.entries(row).some(([name, value]) => !keys.includes(name) && value !== 0);
  return lines(all.flat().filter(isSome));
}

test('how the time of a dossier was spent is not written down yet: it waits, and its row is what is known', async () => {
  const now = instant('2022-08-10T08:00');
  const [one] = fc.sample(aDossier, { numRuns: 1, seed: 1 });
  if (!one) throw new Error('no dossier');
  const id = await begin({ ...one, agencyId: district, training: false, annulled: false });
  await db.owner.deleteFrom('dossiers.clock_interval').execute();
  await countChanged(db.app, [oneStop]);
  const asked = { agencyIds: [district], from: civilDate('2022-05-01'), to: dateOf(now) };
  const [counted, ...more] = await countTimeliness(db.app, asked, now);
  expect([counted?.count, more]).toEqual([1, []]);
  expect(await isCounted(db.app)).toBe(false);
  await db.owner
    .insertInto('dossiers.clock_interval')
    .values(rowsOf(id, ordered(one.spent), 0))
    .execute();
  expect(await uncounted(asked, now)).toContain(id);
  await countChanged(db.app, [oneStop]);
  expect(await db.owner.selectFrom('reports.to_count').selectAll().execute()).toEqual([]);
});

test('a gap of one agency is read there, and nowhere else', async () => {
  const now = instant('2022-08-10T08:00');
  const [one] = fc.sample(aDossier, { numRuns: 1, seed: 1 });
  if (!one) throw new Error('no dossier');
  const real = { ...one, training: false, annulled: false };
  const ofDistrict = await begin({ ...real, agencyId: district });
  await begin({ ...real, agencyId: commune });
  await countChanged(db.app, [oneStop]);
  await sql`insert into reports.to_count (dossier_id, agency_id)
    select gen_random_uuid(), ${commune}::uuid from generate_series(1, 20001)`.execute(db.owner);
  const asked = { agencyIds: [district, commune], from: civilDate('2022-05-01'), to: dateOf(now) };
  const gap = await listUncounted(db.app, asked, now);
  expect([gap.added, gap.scanned]).toEqual([[district], [commune]]);
  const before = await countStanding(db.app, asked, now);
  expect(before.map(({ agencyId }) => agencyId).sort()).toEqual([district, commune].sort());
  // who reads the dossiers of the district would miss it now
  await db.owner.deleteFrom('dossiers.clock_interval').where('dossier_id', '=', ofDistrict).execute();
  expect(lines(await countStanding(db.app, asked, now))).toEqual(lines(before));
});
