import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { listAbout } from '#modules/audit/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { anOrigin } from '../dossiers/testing-office.ts';
import { aRoad, supplement } from '../dossiers/testing-road.ts';
import { giveReport } from './actions/give-report.ts';
import { makeIi06a } from './actions/make-ii06a.ts';
import { makeIi07b } from './actions/make-ii07b.ts';
import { makeTimeliness } from './actions/make-timeliness.ts';
import { reports } from './reports.ts';
import type { ReportClock } from './rules/report-table.ts';

const db = await testDatabase();
const road = await aRoad(db);
const { office, inWork } = road;
const period = { from: civilDate('2022-07-01'), to: civilDate('2022-07-31') };
const clock = 'legal' as const;
const now = instant('2022-07-25T12:00');

test('of all agencies a line each; of one by field; open ones overdue only once their day is over', async () => {
  await inWork();
  const all = await makeIi06a(db.app, { ...period, agencyCode: undefined, clock }, now);
  if (!all.ok) throw new Error(all.refusal.code);
  expect(all.value.lines.length).toBeGreaterThan(10);
  expect(all.value.lines.at(-1)).toMatchObject({ of: 'sum', values: [1, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0] });
  const { agencyCode } = office.office('Ủy ban nhân dân huyện Châu Thành');
  const asked = { ...period, agencyCode: agencyCode ?? '', clock };
  const one = await makeIi06a(db.app, asked, instant('2022-08-20T08:00'));
  if (!one.ok) throw new Error(one.refusal.code);
  expect(one.value.lines.map(({ of }) => of)).toEqual(['field', 'sum']);
  expect(one.value.lines[1]?.values).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1]);
});

test('timeliness by channel, field and agency: each way the same sum', async () => {
  const made = await makeTimeliness(db.app, { ...period, agencyCode: undefined, clock }, now);
  if (!made.ok) throw new Error(made.refusal.code);
  const { lines, columns } = made.value;
  const received = columns.indexOf('received');
  const groups = Map.groupBy(lines, ({ of }) => of);
  for (const of of ['channel', 'field', 'agency', 'office', 'officer', 'month', 'sum'] as const)
    expect(groups.get(of)?.reduce((so, { values }) => so + (values[received] ?? 0), 0)).toBe(1);
  expect(lines.at(-1)?.values[columns.indexOf('punctual')]).toBeNull();
  expect(groups.get('office')?.map(({ name }) => name)).toEqual([
    'Phòng Tài chính - Kế hoạch, UBND huyện Châu Thành',
  ]);
});

test('II.07b: what the catalogue has, what a one-stop here receives at its level, what has a process', async () => {
  const all = await makeIi07b(db.app, { ...period, agencyCode: undefined, clock }, now);
  if (!all.ok) throw new Error(all.refusal.code);
  const [total = 0, ...more] = all.value.lines.at(-1)?.values ?? [];
  expect(total).toBe((await office.proceduresInForce()).length);
  expect(more).toHaveLength(11);
  const provinceHere = more[4];
  expect(provinceHere).toBe(0); // no one-stop of the province stands here
  const { agencyCode } = office.office('Ủy ban nhân dân xã Phú Hựu');
  const one = await makeIi07b(db.app, { ...period, agencyCode: agencyCode ?? '', clock }, now);
  if (!one.ok) throw new Error(one.refusal.code);
  const values = one.value.lines.at(-1)?.values ?? [];
  expect(values[4]).toBe(values[0]); // all that it counts it receives
  expect(values[4]).toBe(values[7]); // at its own level
});

test('an agency that is not there, a period that goes backwards: refused', async () => {
  const unknown = await makeIi06a(db.app, { ...period, agencyCode: 'X99', clock }, now);
  expect(unknown).toMatchObject({ ok: false, refusal: { code: 'reports/agency-unknown' } });
  const backwards = { from: period.to, to: period.from, agencyCode: undefined, clock };
  expect(await makeIi06a(db.app, backwards, now)).toMatchObject({
    refusal: { code: 'reports/period-backwards' },
  });
});

test('by QĐ 766: a dossier that waited for a supplement has the date from its first receipt', async () => {
  const overdue = async (by: ReportClock) => {
    const asked = { ...period, agencyCode: undefined, clock: by };
    const made = await makeTimeliness(db.app, asked, instant('2022-07-30T08:00'));
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.lines.at(-1)?.values[made.value.columns.indexOf('overdue')] ?? 0;
  };
  const both = async () => [await overdue('legal'), await overdue('766')] as const;
  office.setClock('2022-07-25T08:00:00');
  const [legal, national] = await both();
  await supplement(road, await inWork(), '2022-07-27T09:00:00'); // due on 01/08 by the law, on 29/07 by QĐ 766
  expect(await both()).toEqual([legal, national + 1]);
});

test('a report that names officers is noted, with its days and agency; one that does not is not', async () => {
  const { agencyCode } = office.office('Ủy ban nhân dân huyện Châu Thành');
  const asked = { ...period, agencyCode: agencyCode ?? undefined, clock };
  const origin = { ...anOrigin(), legalNow: instant('2022-07-30T08:00') };
  const noted = async (code: string) => (await listAbout(db.app, { kind: 'report', id: code }, 10)).length;
  for (const code of ['II.06a', 'timeliness', 'indices']) {
    const report = reports.find((one) => one.code === code);
    if (!report) throw new Error(code);
    const given = await giveReport(db.app, report, asked, origin);
    if (!given.ok) throw new Error(given.refusal.code);
  }
  expect(await noted('II.06a')).toBe(0);
  expect(await noted('timeliness')).toBe(1);
  const [entry] = await listAbout(db.app, { kind: 'report', id: 'timeliness' }, 10);
  expect(entry).toMatchObject({
    action: 'reports/name-officers',
    reason: `2022-07-01/2022-07-31 ${agencyCode}`,
  });
});
