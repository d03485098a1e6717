import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aDesk } from '../dossiers/testing-desk.ts';
import { countChanged, noteWeekBefore } from './actions/count-changed.ts';
import { MORNING_PATH, reportRoutes, reports } from './index.ts';
import { type RowGiven, writeRow } from './testing-rows.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const db = await testDatabase();
const desk = await aDesk(db, {
  routes: (deps) => reportRoutes({ ...deps, renderer: deps.papers.renderer, reports }),
  words: { reports: { vi, en } },
});
const leadership = desk.office('Lãnh đạo Ủy ban nhân dân huyện Châu Thành');
const oneStop = desk.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
const [section, other] = desk.offices.filter(
  (one) => one.kind === 'section' && one.agencyId === leadership.agencyId,
);
const commune = desk.office('Lãnh đạo Ủy ban nhân dân xã Phú Hựu');
if (!section || !other) throw new Error('no sections');
const leader = await desk.browser(await desk.actorOf(leadership, 'signing-leader'));

const given: RowGiven = {
  ...{ number: '220718-0001', agencyId: leadership.agencyId, officeId: oneStop.id, holderId: section.id },
  ...{ state: 'in-progress', step: 'Thẩm định', receivedAt: instant('2022-07-11T08:00') },
  dueAt: instant('2022-07-21T17:00'),
};
async function judge(number: string, probability: number, level: string): Promise<void> {
  await sql`
    insert into dossiers.risk
      (dossier_id, step_index, due_at, probability, level, reason, entered_at, usual_minutes, open_now, open_usual, judged_at)
    select id, coalesce(step_index, 0), due_at, ${probability}, ${level}, 'often', received_at, 480, 1, 1, received_at
      from dossiers.dossier join dossiers.due using (id) where short_number = ${number}`.execute(db.owner);
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1');

afterEach(async () => {
  await db.owner.deleteFrom('dossiers.clock_interval').execute();
  await db.owner.deleteFrom('dossiers.risk').execute();
  await db.owner.deleteFrom('dossiers.dossier').execute();
  await db.owner.deleteFrom('reports.held_day').execute();
  await db.owner.deleteFrom('reports.held_noted').execute();
  await countChanged(db.app, []);
});

test('whose work is counted is said, each place once', async () => {
  const agency = desk.offices.find(({ id }) => id === leadership.agencyId);
  expect(textOf((await leader.get(MORNING_PATH)).body)).toContain(`Hồ sơ đang ở: ${agency?.name}.`);
  const head = await desk.actorOf(section, 'unit-leader');
  const twice = await desk.browser({ ...head, posts: [...head.posts, ...head.posts] });
  expect(textOf((await twice.get(MORNING_PATH)).body)).toContain(`Hồ sơ đang ở: ${section.name}.`);
});

test('late, due soon, where it piles up beside a week ago, trend; nothing of a person', async () => {
  desk.setClock('2022-07-28T08:00:00');
  await writeRow(db, given);
  const today = { ...given, number: '220718-0002', dueAt: instant('2022-07-28T17:00') };
  await writeRow(db, { ...today, heldSince: instant('2022-07-28T07:30') });
  await writeRow(db, {
    ...given,
    ...{ number: '220725-0003', holderId: other.id, step: null, channel: 'online' },
    ...{ receivedAt: instant('2022-07-25T09:00'), dueAt: instant('2022-07-29T17:00') },
  });
  const ended = { state: 'decided' as const, endedAt: instant('2022-07-20T10:00'), channel: 'post' };
  await writeRow(db, { ...given, ...ended, number: '220711-0004' });
  await countChanged(db.app, []);
  await noteWeekBefore(db.app, instant('2022-07-28T08:00'));
  const page = await leader.get(MORNING_PATH);
  expect(page.statusCode).toBe(200);
  const text = textOf(page.body);
  expect(text).toContain('Sáng thứ Năm, 28/07/2022');
  expect(text).toContain('1 hồ sơ đang quá hạn, 2 hồ sơ đến hạn hôm nay hoặc thứ Sáu 29/07');
  expect(text).toContain(`Việc dồn nhiều nhất ở ${section.name}: 2 hồ sơ, bằng tuần trước.`);
  expect(text).toContain('Tuần qua 100,0 % hồ sơ đã giải quyết là trước hạn hoặc đúng hạn.');
  expect(text).toContain('quá hạn 4 ngày làm việc');
  expect(page.body).not.toContain('Riêng');
  expect(page.body.match(/<svg class="chart/g)).toHaveLength(2);
  expect(text).toContain('11/07 2 0 1');
  desk.setClock('2022-07-25T08:00:00');
});

test('each number opens as many dossiers as it says', async () => {
  desk.setClock('2022-07-28T08:00:00');
  for (let at = 1; at <= 3; at += 1) await writeRow(db, { ...given, number: `220718-010${at}` });
  await writeRow(db, { ...given, number: '220718-0104', step: null, dueAt: instant('2022-07-28T17:00') });
  await writeRow(db, {
    ...given,
    number: '220718-0105',
    holderId: other.id,
    dueAt: instant('2022-07-29T17:00'),
  });
  const { body } = await leader.get(MORNING_PATH);
  const behind = [...body.matchAll(/href="(\/lam-viec\/tinh-hinh\/dang-giu[^"]*)">(\d+)</g)];
  expect(behind.length).toBeGreaterThan(8);
  for (const [, href = '', n] of behind) {
    const list = await leader.get(href.replaceAll('&amp;', '&'));
    expect(list.body.match(/<tr/g)?.length, href).toBe(Number(n) + 1);
    const sheet = await leader.get(href.replaceAll('&amp;', '&').replace('/dang-giu', '/dang-giu.xlsx'));
    expect((await readXlsx(sheet.rawPayload)).sheets[0]?.rows, href).toHaveLength(Number(n) + 1);
  }
  desk.setClock('2022-07-25T08:00:00');
});

test('what will be late by probability, each number with its list; what is overdue or was judged of another date is not in it', async () => {
  desk.setClock('2022-07-28T08:00:00');
  const soon = { ...given, dueAt: instant('2022-08-03T17:00') };
  for (let at = 1; at <= 5; at += 1) await writeRow(db, { ...soon, number: `220718-020${at}` });
  await writeRow(db, { ...soon, number: '220718-0206', holderId: other.id });
  await writeRow(db, { ...soon, number: '220718-0207', dueAt: instant('2022-08-05T17:00') });
  await writeRow(db, given);
  for (const [number, probability, level] of [
    ['220718-0201', 0.8, 'high'],
    ['220718-0202', 0.45, 'high'],
    ['220718-0203', 0.2, 'medium'],
    ['220718-0204', 0.01, 'low'],
    ['220718-0206', 0.5, 'high'],
    ['220718-0207', 0.9, 'high'],
    [given.number, 1, 'high'],
  ] as const)
    await judge(number, probability, level);
  await sql`update dossiers.due u set due_at = '2022-08-03T11:00+07' from dossiers.dossier d
     where d.id = u.id and d.short_number = '220718-0202'`.execute(db.owner);
  const { body } = await leader.get(MORNING_PATH);
  const text = textOf(body);
  expect(text).toContain('Sẽ trễ: khoảng 1,5 trong 6 hồ sơ đến hạn đến hết thứ Năm 04/08');
  expect(text).toContain('Ước khoảng 1,5 hồ sơ đến hạn đến hết thứ Năm 04/08 sẽ trễ.');
  expect(text).toContain('2 hồ sơ vừa thay đổi chưa được ước lượng');
  const part = body.slice(body.indexOf('id="se-tre"'), body.indexOf('id="sap-den-han"'));
  const behind = [...part.matchAll(/href="([^"]*dang-giu[^"]*)">(\d+)</g)];
  expect(behind.map(([, , n]) => n)).toEqual(['5', '1', '1', '1', '1', '6', '2', '1']);
  for (const [, href = '', n] of behind) {
    const list = await leader.get(href.replaceAll('&amp;', '&'));
    expect(list.body.match(/<tr/g)?.length, href).toBe(Number(n) + 1);
    const sheet = await leader.get(href.replaceAll('&amp;', '&').replace('/dang-giu', '/dang-giu.xlsx'));
    expect((await readXlsx(sheet.rawPayload)).sheets[0]?.rows, href).toHaveLength(Number(n) + 1);
  }
  const high = await leader.get('/lam-viec/tinh-hinh/dang-giu?den=2022-08-04&nguy-co=cao');
  expect(textOf(high.body)).toContain('mà xác suất trễ từ 40 %');
  expect(textOf(high.body)).toMatch(
    /Nguy cơ trễ cao: cứ 10 hồ sơ còn ở bước Thẩm định như thế này thì 8 trễ, còn/,
  );
  desk.setClock('2022-07-25T08:00:00');
});

test('a Friday looks to Monday; the agencies below are one sentence; a unit leader sees the own office', async () => {
  desk.setClock('2022-07-29T14:00:00');
  await writeRow(db, { ...given, dueAt: instant('2022-08-01T17:00') });
  await writeRow(db, { ...given, number: '220718-0002', agencyId: commune.agencyId, holderId: commune.id });
  const text = textOf((await leader.get(MORNING_PATH)).body);
  expect(text).toContain('Chiều thứ Sáu, 29/07/2022');
  expect(text).toContain('Không có hồ sơ nào quá hạn, 1 hồ sơ đến hạn hôm nay hoặc thứ Hai 01/08');
  expect(text).toMatch(/\d+ cơ quan cấp dưới đang giữ 1 hồ sơ, 1 quá hạn, 0 đến hạn hôm nay\./);
  const ofOther = await desk.browser(await desk.actorOf(other, 'unit-leader'));
  const own = textOf((await ofOther.get(MORNING_PATH)).body);
  expect(own).toContain('Hiện không có hồ sơ nào đang giữ.');
  expect(own).not.toContain('8 tuần');
  const clerk = await desk.browser(await desk.actorOf(oneStop, 'reception-officer'));
  expect((await clerk.get(MORNING_PATH)).statusCode).toBe(403);
  desk.setClock('2022-07-25T08:00:00');
});
