import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept, reckonLateCauses } from '../dossiers/index.ts';
import { aDesk, fieldsOf } from '../dossiers/testing-desk.ts';
import { aBeginPress, aFilingInput } from '../dossiers/testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP } from '../dossiers/testing-road.ts';
import { makeCauses } from './actions/make-causes.ts';
import { REPORTS_PATH, reportRoutes, reports } from './index.ts';
import { type CausesColumn, causesColumns } from './rules/causes-line.ts';
import { countLateOf, type LatePage, type LateRow, type LateSelection, listLateOf } from './store/late.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const db = await testDatabase();
const LATE = '2022-08-08T10:00:00';
const desk = await aDesk(db, {
  routes: (deps) =>
    reportRoutes({ ...deps, reports, renderer: { render: async () => Buffer.from('%PDF-1.7 drawn') } }),
  words: { reports: { vi, en } },
});
const district = desk.office('Ủy ban nhân dân huyện Châu Thành');
const oneStop = desk.office(ONE_STOP);
const clerk = await desk.actorOf(oneStop, 'reception-officer');
const head = await desk.actorOf(oneStop, 'one-stop-head');
const browser = await desk.browser(head);

async function receive(training = false): Promise<string> {
  const input = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), oneStop);
  const done = await accept(desk.deps, { ...aBeginPress(clerk, input), training });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}
const numbers = [await receive(), await receive(), await receive()];
await receive(true);
desk.setClock(LATE);

const july = { from: civilDate('2022-07-01'), to: civilDate('2022-07-31') };
const august = { from: civilDate('2022-08-01'), to: civilDate('2022-08-31') };
const reportOf = async (period: typeof july, at = LATE) => {
  const asked = { ...period, agencyCode: undefined, clock: 'legal' } as const;
  const made = await makeCauses(db.app, asked, instant(at));
  if (!made.ok) throw new Error(made.refusal.code);
  const { lines, columns } = made.value;
  const sum = lines.at(-1);
  return { ...made.value, of: (column: CausesColumn) => sum?.values[columns.indexOf(column)] };
};
const reckon = () => reckonLateCauses(desk.deps).run({}, { jobId: '1', attempt: 1 });

test('late ones are there at once, their causes when the job has reckoned them', async () => {
  expect((await reportOf(july, '2022-07-28T20:00:00')).of('late')).toBe(0);
  const before = await reportOf(july);
  expect([before.of('late'), before.of('open-late'), before.of('unreckoned')]).toEqual([3, 3, 3]);
  await reckon();
  const after = await reportOf(july);
  expect([after.of('late'), after.of('staff'), after.of('unreckoned')]).toEqual([3, 3, 0]);
  expect(after.of('hours')).toBeGreaterThan(0);
  const of = (kind: string) => after.lines.filter((line) => line.of === kind && line.values[0]);
  expect(of('office').map(({ key, values }) => [key, values[0]])).toEqual([[oneStop.id, 3]]);
  expect(of('procedure').map(({ key }) => key)).toEqual([HOUSEHOLD_BUSINESS]);
  expect(of('step')).toHaveLength(1);
  expect(of('agency').map(({ key }) => key)).toEqual([district.id]);
});

test('a corrected cause counts as corrected at once, and the list says both', async () => {
  const form = `/lam-viec/ho-so/${numbers[0]}/nguyen-nhan`;
  const fields = fieldsOf((await browser.get(form)).body, form);
  const done = await browser.post(form, { ...fields, cause: 'system', reason: 'Mất mạng cả tuần' });
  expect(done.statusCode).toBe(303);
  const report = await reportOf(august);
  expect([report.of('staff'), report.of('system'), report.of('corrected')]).toEqual([2, 1, 1]);
  const { body } = await browser.get(
    `${REPORTS_PATH}/nguyen-nhan/danh-sach?ky=&tu=2022-08-01&den=2022-08-31&dong=sum&cot=corrected`,
  );
  expect(body).toContain(numbers[0]);
  expect(body).not.toContain(numbers[1]);
  for (const said of ['Do hệ thống', 'Do cán bộ, đơn vị giải quyết', head.name]) expect(body).toContain(said);
  expect(body).not.toContain('Mất mạng cả tuần');
});

test('every number is as long as its list, for everybody: what one may not open is counted and not shown', async () => {
  const { lines, agencyIds } = await reportOf(august);
  const all = { agencyIds, officeIds: [] };
  const nobody = { agencyIds: [], officeIds: [] };
  for (const { of, key, values } of lines)
    for (const [index, column] of causesColumns.entries()) {
      if (column === 'hours' || !values[0]) continue;
      const question = {
        asked: { ...august, agencyIds },
        selection: { of: of as LateSelection['of'], key, column },
        now: instant(LATE),
      };
      expect([of, column, await countLateOf(db.app, { ...question, readable: all })]).toEqual([
        of,
        column,
        { all: values[index], readable: values[index] },
      ]);
      const listed = await listLateOf(db.app, { ...question, readable: all }, { limit: 100, after: null });
      expect(listed).toHaveLength(values[index] ?? -1);
      expect(await listLateOf(db.app, { ...question, readable: nobody }, { limit: 9, after: null })).toEqual(
        [],
      );
    }
});

test('the list goes on where the page before ended', async () => {
  const { agencyIds } = await reportOf(august);
  const question = {
    asked: { ...august, agencyIds },
    selection: { of: 'sum', key: '', column: 'late' } as const,
    readable: { agencyIds, officeIds: [] },
    now: instant(LATE),
  };
  const seen: string[] = [];
  for (let after: LatePage['after'] = null; ; ) {
    const [last]: LateRow[] = await listLateOf(db.app, question, { limit: 1, after });
    if (!last) break;
    seen.push(last.name);
    after = { at: last.dueAt, id: last.id };
  }
  expect(seen.toSorted()).toEqual(numbers.toSorted());
});

test('the page: every number leads to its list, and says how it counts', async () => {
  const page = `${REPORTS_PATH}/nguyen-nhan?ky=&tu=2022-08-01&den=2022-08-31`;
  const { body, statusCode } = await browser.get(page);
  expect(statusCode).toBe(200);
  expect(body).toContain(vi['causes.rule.late']);
  const links = [...body.matchAll(/<a href="([^"]*\/danh-sach\?[^"]*cot=(?!hours)[^"]*)">([0-9.]+)<\/a>/g)];
  expect(links.length).toBeGreaterThan(6);
  for (const [, href = '', number] of links) {
    const list = (await browser.get(href.replaceAll('&amp;', '&'))).body;
    expect(list.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toContain(`Con số này đếm ${number} hồ sơ.`);
  }
  const sheetLink = links[0]?.[1]?.replaceAll('&amp;', '&').replace('/danh-sach?', '/danh-sach.xlsx?') ?? '';
  const { sheets } = await readXlsx((await browser.get(sheetLink)).rawPayload);
  expect(sheets[0]?.rows).toHaveLength(Number(links[0]?.[2]) + 1);
  expect(JSON.stringify(sheets[0]?.rows[1])).toContain('Do hệ thống');
  const clerks = await desk.browser(clerk);
  expect((await clerks.get(page)).statusCode).toBe(403);
});

test.each(['dong=x&cot=late', 'dong=sum&cot=x', 'dong=office&muc=x&cot=late', 'dong=sum'])(
  'a number that is not there (%s): not found',
  async (query) => {
    const list = `${REPORTS_PATH}/nguyen-nhan/danh-sach?ky=&tu=2022-08-01&den=2022-08-31&${query}`;
    expect((await browser.get(list)).statusCode).toBe(query === 'dong=x&cot=late' ? 200 : 404);
  },
);

test('withdrawn since: a report of the period in which it was overdue still counts it, with its cause', async () => {
  desk.setClock('2022-07-25T08:00:00');
  const number = await receive();
  const count = async (period: typeof july, at: string) => {
    const { of } = await reportOf(period, at);
    return [of('late'), of('open-late'), of('unreckoned')];
  };
  expect(await count(july, '2022-08-09T08:00:00')).toEqual([4, 4, 1]);
  desk.setClock('2022-08-09T08:00:00');
  const path = `/lam-viec/ho-so/${number}/rut`;
  const clerks = await desk.browser(clerk);
  const fields = fieldsOf((await clerks.get(path)).body, path);
  expect((await clerks.post(path, { ...fields, reason: 'đổi ý' })).statusCode).toBe(303);
  await reckon();
  expect(await count(july, '2022-08-09T09:00:00')).toEqual([4, 4, 0]);
  expect(await count(august, '2022-08-09T09:00:00')).toEqual([3, 3, 0]);
});
