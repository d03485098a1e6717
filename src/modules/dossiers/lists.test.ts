import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Role } from '#kernel/actor.ts';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { listMyWork } from './actions/list-my-work.ts';
import { listReadyResults } from './actions/list-ready-results.ts';
import { type ListCursor, readyCursor, receivedCursor, workCursor, workRank } from './rules/list-cursor.ts';
import { type ListSort, type SortColumn, sortColumns, sortedPlace } from './rules/list-sort.ts';
import type { DossierLine, SortedPage } from './store/lists.ts';
import {
  listFiledProcedures,
  listReadable,
  listReadableSorted,
  type ReadableFilters,
} from './store/readable-list.ts';
import { searchDossiers } from './store/search-dossiers.ts';
import { changeDossier, insertDossiers } from './testing-rows.ts';

const db = await testDatabase();
const random = createRandom();
const uuid = () => random.uuid(0);
const [agency, otherAgency, oneStop, section, foreign] = [uuid(), uuid(), uuid(), uuid(), uuid()];
const now = instant('2022-07-28T08:00:00');
const account = uuid();

interface Row {
  readonly clock: 'none' | 'running' | 'stopped' | 'ended';
  readonly dueAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly endedAt: Instant;
  readonly procedure: string;
  /** Offices that may read it. */
  readonly involved: readonly string[];
  readonly agency: string;
  readonly name: string;
  /** As it was judged; of an earlier date: `stale`. */
  readonly risk?: { readonly probability: number; readonly stale: boolean } | null | undefined;
}

const moment = fc
  .integer({ min: 0, max: 40 })
  .map((day) => instantOfMs(msOfInstant(instant('2022-07-10T17:00')) + day * 86_400_000));
const name = fc.constantFrom(
  ...[
    'Nguyễn Thị Lệ Hằng',
    'Phan Văn Ở',
    'Đặng 100%',
    'Bùi An',
    'Lê Văn Ân',
    'Ân',
    'Trần Ánh',
    'Đỗ Thị Ấn',
    'Võ Thị Ý, Bùi A',
  ],
);
const someRow: fc.Arbitrary<Row> = fc.record({
  clock: fc.constantFrom('none', 'running', 'running', 'stopped', 'ended'),
  dueAt: fc.option(moment),
  receivedAt: fc.option(moment),
  endedAt: moment,
  procedure: fc.constantFrom('1.001612', '1.004194', '2.000815'),
  involved: fc.subarray([oneStop, section, foreign]),
  agency: fc.constantFrom(agency, otherAgency),
  name,
  risk: fc.option(
    fc.record({
      probability: fc.integer({ min: 0, max: 20 }).map((twentieth) => twentieth / 20),
      stale: fc.boolean(),
    }),
  ),
});
const someRows = fc.array(someRow, { maxLength: 30 });

function columnsOf(row: Row, id: string) {
  const ended = row.clock === 'ended';
  return {
    ...{ id, reference: id, agency_id: row.agency, intake_office_id: oneStop, return_office_id: oneStop },
    state: ended ? 'decided' : 'in-progress',
    task: ended ? 'hand-over' : 'forward',
    regime: '2018',
    procedure_version_id: uuid(),
    procedure_code: row.procedure,
    procedure_name: `Thủ tục ${row.procedure}`,
    field: 'x',
    channel: 'direct',
    return_method: 'counter',
    received_at: row.receivedAt,
    due_at: row.dueAt,
    clock: row.clock,
    holder_office_id: oneStop,
    held_since: now,
    applicant_name: row.name,
    applicant_folded: fold(row.name),
    ended_at: row.endedAt,
    updated_at: now,
    head_seq: 0,
    head_hash: Buffer.alloc(32),
  };
}

function riskColumnsOf({ dueAt, risk }: Row, id: string) {
  if (!risk || !dueAt) return [];
  const { probability, stale } = risk;
  const level = probability >= 0.4 ? 'high' : probability >= 0.15 ? 'medium' : 'low';
  return [
    {
      ...{ dossier_id: id, step_index: stale ? 7 : 0, due_at: dueAt, probability, level, reason: 'often' },
      ...{ entered_at: now, usual_minutes: 480, open_now: 3, open_usual: 2, judged_at: now },
    },
  ];
}

/** Writes the rows; gives their ids in order. */
async function given(rows: readonly Row[]): Promise<string[]> {
  await db.owner.deleteFrom('dossiers.risk').execute();
  await db.owner.deleteFrom('dossiers.involved_office').execute();
  await db.owner.deleteFrom('dossiers.dossier').execute();
  const withIds = rows.map((row) => ({ row, id: uuid() }));
  for (const { row, id } of withIds) {
    await insertDossiers(db.owner, [columnsOf(row, id)]);
    for (const risk of riskColumnsOf(row, id))
      await db.owner.insertInto('dossiers.risk').values(risk).execute();
    for (const office of row.involved)
      await db.owner
        .insertInto('dossiers.involved_office')
        .values({ dossier_id: id, office_id: office, received_at: row.receivedAt })
        .execute();
  }
  return withIds.map(({ id }) => id);
}

function anActor(role: Role, officeId: string): Actor {
  const post = { id: uuid(), role, title: role, officeId, officeName: 'x', agencyId: agency, leads: true };
  return { accountId: account, personId: uuid(), name: 'x', posts: [post] };
}

/** Goes from page to page until there is none; every page but the last is full. */
async function walk(
  limit: number,
  cursor: (line: DossierLine) => ListCursor,
  pageFrom: (page: { limit: number; after: ListCursor | null }) => Promise<readonly DossierLine[]>,
): Promise<DossierLine[]> {
  const seen: DossierLine[] = [];
  for (let after: ListCursor | null = null; ; ) {
    const lines = await pageFrom({ limit, after });
    seen.push(...lines);
    const last = lines.at(-1);
    if (!last || lines.length < limit) return seen;
    after = cursor(last);
  }
}

const isSorted = (keys: readonly string[]) => expect(keys).toEqual([...keys].sort());
const idsOf = (lines: readonly DossierLine[]) => lines.map(({ id }) => id);
const once = (found: readonly string[], wanted: readonly string[]) =>
  expect([...found].sort()).toEqual([...wanted].sort());
const anyPage = fc.integer({ min: 1, max: 7 });
const runs = { numRuns: 25 };
const noFilters: ReadableFilters = { state: null, procedureCode: null, from: null, to: null };

describe('pages of a list hold every row exactly once', () => {
  test('my work, most urgent first, without due moment after, stopped clocks last', async () => {
    const clerk = anActor('reception-officer', oneStop);
    await fc.assert(
      fc.asyncProperty(someRows, anyPage, async (rows, limit) => {
        const ids = await given(rows);
        const seen = await walk(
          limit,
          (line) => workCursor(line, now),
          async (page) => {
            const question = { group: 'all', procedureCode: null, ...page } as const;
            return (await listMyWork(db.app, clerk, now, question)).lines;
          },
        );
        once(idsOf(seen), ids);
        for (const { id, risk } of seen) {
          const row = rows[ids.indexOf(id)];
          const judged = row?.dueAt && row.risk && !row.risk.stale ? row.risk.probability : undefined;
          expect(risk?.probability).toBe(judged);
        }
        isSorted(seen.map((line) => `${workRank(line, now)} ${workCursor(line, now).at ?? ''} ${line.id}`));
      }),
      runs,
    );
  });

  test('results that wait, the oldest first', async () => {
    const clerk = anActor('result-clerk', oneStop);
    await fc.assert(
      fc.asyncProperty(someRows, anyPage, async (rows, limit) => {
        const ids = await given(rows);
        const seen = await walk(limit, readyCursor, (page) => listReadyResults(db.app, clerk, page));
        once(
          idsOf(seen),
          ids.filter((_, index) => rows[index]?.clock === 'ended'),
        );
        isSorted(seen.map((line) => `${line.endedAt} ${line.id}`));
      }),
      runs,
    );
  });

  test('dossiers of my agencies and offices, last received first, under every filter', async () => {
    const places = fc.record({
      agencyIds: fc.subarray([agency, otherAgency]),
      officeIds: fc.subarray([oneStop, section]),
    });
    const filters = fc.record({
      state: fc.constantFrom(null, 'decided' as const),
      procedureCode: fc.constantFrom(null, '1.004194'),
      from: fc.option(moment.map((at) => at.slice(0, 10) as never)),
      to: fc.option(moment.map((at) => at.slice(0, 10) as never)),
    });
    await fc.assert(
      fc.asyncProperty(someRows, anyPage, places, filters, async (rows, limit, where, only) => {
        const ids = await given(rows);
        const seen = await walk(limit, receivedCursor, (page) => listReadable(db.app, where, only, page));
        const mine = rows.map((row) => isReadable(row, where) && passes(row, only));
        once(
          idsOf(seen),
          ids.filter((_, index) => mine[index]),
        );
        isSorted(seen.map((line) => `${line.receivedAt ?? '9'} ${line.id}`).reverse());
      }),
      runs,
    );
  });
});

describe('a list in a chosen order', () => {
  const order = fc.record({ by: fc.constantFrom(...sortColumns), down: fc.boolean() });
  const vietnamese = new Intl.Collator('vi');
  const compare = (by: SortColumn, a: DossierLine, b: DossierLine) => {
    const [left, right] = [
      sortedPlace({ by, down: false }, a).keys,
      sortedPlace({ by, down: false }, b).keys,
    ];
    const differs = left.map((key, index) => vietnamese.compare(key, right[index] ?? '')).find(Boolean);
    return differs ?? (a.id < b.id ? -1 : 1);
  };
  const clerk = anActor('reception-officer', oneStop);
  type Pages = (page: SortedPage) => Promise<readonly DossierLine[]>;
  const lists: Record<'work' | 'readable' | 'ready', Pages> = {
    work: async ({ limit, ...sorted }) => {
      const question = { group: 'all', procedureCode: null, limit, after: null, sorted } as const;
      return (await listMyWork(db.app, clerk, now, question)).lines;
    },
    readable: (page) =>
      listReadableSorted(db.app, { agencyIds: [agency], officeIds: [oneStop, section] }, noFilters, page),
    ready: ({ limit, ...sorted }) => listReadyResults(db.app, clerk, { limit, after: null, sorted }),
  };

  async function put(pages: Pages, sort: ListSort, limit: number, between: (last: DossierLine) => unknown) {
    const seen: DossierLine[] = [];
    for (let place: SortedPage['place'] = null; ; ) {
      const lines = await pages({ limit, sort, place });
      seen.push(...lines);
      const last = lines.at(-1);
      if (!last || lines.length < limit) return seen;
      place = sortedPlace(sort, last);
      await between(last);
    }
  }

  test.each(['work', 'readable', 'ready'] as const)('%s: pages put together are the whole', async (which) => {
    await fc.assert(
      fc.asyncProperty(someRows, anyPage, order, async (rows, limit, sort) => {
        fc.pre(which === 'work' || sort.by !== 'risk');
        await given(rows);
        const whole = await lists[which]({ limit: 100, sort, place: null });
        const sorted = [...whole].sort((a, b) => (sort.down ? -1 : 1) * compare(sort.by, a, b));
        expect(idsOf(whole)).toEqual(idsOf(sorted));
        expect(idsOf(await put(lists[which], sort, limit, () => undefined))).toEqual(idsOf(whole));
      }),
      runs,
    );
  });

  test('the last line of a page gets another name: nothing else comes twice or is missed', async () => {
    await fc.assert(
      fc.asyncProperty(someRows, anyPage, order, name, async (rows, limit, sort, renamed) => {
        await given(rows);
        const whole = await lists.work({ limit: 100, sort, place: null });
        const changed = new Set<string>();
        const seen = await put(lists.work, sort, limit, async ({ id }) => {
          changed.add(id);
          const change = { applicant_name: renamed, due_at: now, procedure_name: renamed };
          await changeDossier(db.owner, id, change);
        });
        const still = (lines: readonly DossierLine[]) => idsOf(lines).filter((id) => !changed.has(id));
        expect(still(seen)).toEqual(still(whole));
      }),
      runs,
    );
  });
});

function isReadable(row: Row, where: { readonly agencyIds: string[]; readonly officeIds: string[] }) {
  return where.agencyIds.includes(row.agency) || row.involved.some((one) => where.officeIds.includes(one));
}

function passes({ clock, procedure, receivedAt }: Row, only: ReadableFilters): boolean {
  const day = receivedAt?.slice(0, 10);
  return (
    (only.state === null || clock === 'ended') &&
    (only.procedureCode === null || procedure === only.procedureCode) &&
    (only.from === null || (day !== undefined && day >= only.from)) &&
    (only.to === null || (day !== undefined && day <= only.to))
  );
}

describe('what a list says', () => {
  const row = (change: Partial<Row>): Row => ({
    clock: 'running',
    dueAt: instant('2022-08-05T17:00'),
    receivedAt: instant('2022-07-25T08:00'),
    endedAt: instant('2022-07-27T08:00'),
    procedure: '1.001612',
    involved: [oneStop],
    agency,
    name: 'Nguyễn Thị Lệ Hằng',
    ...change,
  });
  let ids: string[] = [];

  beforeEach(async () => {
    ids = await given([
      row({ dueAt: instant('2022-07-28T07:59') }),
      row({ dueAt: now, name: 'Phan Văn Ở' }),
      row({ dueAt: instant('2022-07-28T17:00'), involved: [oneStop, section] }),
      row({ clock: 'stopped', dueAt: instant('2022-07-01T17:00') }),
      row({ clock: 'ended', dueAt: instant('2022-07-01T17:00'), procedure: '2.000815' }),
      row({ name: 'Đặng 100%', agency: otherAgency, involved: [foreign] }),
    ]);
  });

  test('counts: a stopped or ended clock is not late, the due minute itself is today', async () => {
    const question = { group: 'all', procedureCode: null, limit: 40, after: null } as const;
    const clerk = anActor('reception-officer', oneStop);
    const { counts, procedures } = await listMyWork(db.app, clerk, now, question);
    expect(counts).toMatchObject({ all: 6, late: 1, today: 2, stopped: 1, new: 0 });
    expect(procedures.map(({ code }) => code)).toEqual(['1.001612', '2.000815']);
    const late = await listMyWork(db.app, clerk, now, { ...question, group: 'late' });
    expect(idsOf(late.lines)).toEqual([ids[0]]);
  });

  test('a filter by procedure is offered for every procedure filed', async () => {
    expect(await listFiledProcedures(db.app)).toEqual([
      { code: '1.001612', name: 'Thủ tục 1.001612' },
      { code: '2.000815', name: 'Thủ tục 2.000815' },
    ]);
  });

  test('a search finds what may be read; signs of a pattern are letters', async () => {
    const byName = (text: string, officeIds: string[], agencyIds: string[] = []) =>
      searchDossiers(
        db.app,
        { officeIds, agencyIds },
        { names: [fold(text)], numbers: [], idHash: null },
        50,
      ).then(idsOf);
    expect(await byName('phan van o', [oneStop])).toEqual([ids[1]]);
    expect(await byName('phan van o', [section])).toEqual([]);
    expect(await byName('le hang', [section])).toEqual([ids[2]]);
    expect(await byName('100%', [foreign])).toEqual([ids[5]]);
    expect(await byName('1_0%', [foreign])).toEqual([]);
    expect(await byName('dang 100', [], [otherAgency])).toEqual([ids[5]]);
    expect(await byName('dang 100', [], [])).toEqual([]);
  });

  test('who has no office reads nothing', async () => {
    const page = { limit: 40, after: null };
    expect(await listReadable(db.app, { agencyIds: [], officeIds: [] }, noFilters, page)).toEqual([]);
    const statistician = anActor('statistician', oneStop);
    expect(await listReadyResults(db.app, statistician, page)).toEqual([]);
  });
});
