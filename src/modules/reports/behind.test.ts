import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { countChanged } from './actions/count-changed.ts';
import { linesByChannel, linesByField, linesByMonth } from './actions/lines-by.ts';
import { linesByOffice, linesByOfficer } from './actions/lines-by-handler.ts';
import { ii06aColumns, ii06aLine, ii06aSelections } from './rules/ii06a.ts';
import { type ReportLine, reportClocks } from './rules/report-table.ts';
import type { ColumnSelection } from './rules/selection.ts';
import type { CountedStanding } from './rules/standing-at.ts';
import { timelinessColumns, timelinessLine, timelinessSelections } from './rules/timeliness-line.ts';
import { countBehind, listBehind } from './store/behind.ts';
import { countByMonth, countHandled, countStanding } from './store/standing.ts';
import type { PeriodAsked } from './store/standing-rows.ts';
import { aDossier, aMoment, district, oneStop, write } from './testing-standing.ts';

const db = await testDatabase();
const period = { agencyIds: [district], from: civilDate('2022-07-12'), to: civilDate('2022-07-20') };
const past = '2022-07-25T08:00:00+07:00' as Instant;
const passing = [oneStop];
const everything = { agencyIds: [district], officeIds: [] };

afterAll(() => write(db, []));

interface Number {
  readonly line: Pick<ReportLine, 'of' | 'key'>;
  readonly selection: ColumnSelection;
  readonly value: number;
}

/** Every number of both tables, with what it says it counts. */
async function numbersAt(asked: PeriodAsked, now: Instant): Promise<Number[]> {
  const counts = await countStanding(db.app, asked, now);
  const handled = await countHandled(db.app, asked, passing, now);
  const ii06aValues = (own: readonly CountedStanding[]) => {
    const line = ii06aLine(own);
    return ii06aColumns.map((column) => line[column]);
  };
  const timely = [
    ...linesByChannel(counts, timelinessLine),
    ...linesByField(counts, timelinessLine),
    ...linesByOffice(handled, [], timelinessLine),
    ...linesByOfficer(handled, [], new Map(), timelinessLine),
    ...linesByMonth(await countByMonth(db.app, asked, now), timelinessLine),
    { of: 'sum' as const, key: '', values: timelinessLine(counts) },
  ];
  const numbers = (
    line: Pick<ReportLine, 'of' | 'key' | 'values'>,
    all: readonly (ColumnSelection | null)[],
  ) =>
    line.values.flatMap((value, at): Number[] => {
      const selection = all[at];
      return selection && value !== null ? [{ line, selection, value }] : [];
    });
  return [
    ...linesByField(counts, ii06aValues).flatMap((line) =>
      numbers(
        line,
        ii06aColumns.map((column) => ii06aSelections[column]),
      ),
    ),
    ...timely.flatMap((line) =>
      numbers(
        line,
        timelinessColumns.map((column) => timelinessSelections[column]),
      ),
    ),
  ];
}

/** Every number is as long as its list, for who may open all, page by page, and for who may open those of an office. */
async function expectLists(asked: PeriodAsked, now: Instant): Promise<void> {
  for (const { line, selection, value } of await numbersAt(asked, now)) {
    const behind = { asked, selection: { ...selection, of: line.of, key: line.key }, passing, now };
    expect(await countBehind(db.app, behind, everything)).toEqual({ all: value, readable: value });
    const names = new Set<string>();
    let after: { at: Instant; id: string } | null = null;
    for (;;) {
      const page: Awaited<ReturnType<typeof listBehind>> = await listBehind(db.app, behind, everything, {
        ...{ after, limit: line.of === 'sum' ? 3 : 50 },
      });
      for (const { name } of page) names.add(name);
      const last = page.at(-1);
      if (line.of !== 'sum' || page.length < 3 || !last) break;
      after = { at: last.receivedAt, id: last.id };
    }
    expect(names.size).toBe(value);
  }
}

test('law: behind every number stand as many dossiers as it says, page by page', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDossier, { minLength: 1, maxLength: 12 }), aMoment, async (dossiers, now) => {
      await write(db, dossiers);
      for (const clock of reportClocks) await expectLists({ ...period, clock }, now);
      await countChanged(db.app, passing);
      for (const clock of reportClocks) await expectLists({ ...period, clock }, past);
    }),
    { numRuns: 5 },
  );
});

test('of what somebody may not open only the number is said; what their office had they may', async () => {
  const [dossier] = fc.sample(aDossier, { numRuns: 1, seed: 7 });
  if (!dossier) throw new Error('one was asked for');
  const at = '2022-07-13T08:00:00+07:00' as Instant;
  const intervals = [{ kind: 'running', from: at, dueAt: null, nationalDueAt: null, supplements: 0 }];
  await write(db, [{ ...dossier, agencyId: district, training: false, withdrawn: false, intervals }]);
  const now = '2022-07-25T08:00:00+07:00' as Instant;
  const behind = { asked: period, selection: { of: 'sum' as const, key: '' }, passing, now };
  const nothing = { agencyIds: [], officeIds: [oneStop] };
  expect(await countBehind(db.app, behind, nothing)).toEqual({ all: 1, readable: 0 });
  expect(await listBehind(db.app, behind, nothing, { after: null, limit: 5 })).toEqual([]);
  await sql`insert into dossiers.involved_office (dossier_id, office_id, received_at)
    select id, ${oneStop}::uuid, received_at from dossiers.dossier`.execute(db.owner);
  for (const agencyIds of [[], ['00000000-0000-7000-8000-000000000009']]) {
    const involved = { agencyIds, officeIds: [oneStop] };
    expect(await countBehind(db.app, behind, involved)).toEqual({ all: 1, readable: 1 });
    expect(await listBehind(db.app, behind, involved, { after: null, limit: 5 })).toHaveLength(1);
  }
  await db.owner.deleteFrom('dossiers.involved_office').execute();
});
