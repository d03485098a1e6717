import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { isOverdue } from '#modules/dossiers/index.ts';
import { reminderRoutes, startLines } from '#modules/reminders/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aDesk } from '../dossiers/testing-desk.ts';
import remindersEn from '../reminders/words/en.json' with { type: 'json' };
import remindersVi from '../reminders/words/vi.json' with { type: 'json' };
import { countChanged } from './actions/count-changed.ts';
import { MORNING_PATH, reportRoutes, reports } from './index.ts';
import { writeRow } from './testing-rows.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

/** One moment, the same number on every page: nobody has to ask which of them is right. */
const db = await testDatabase();
const desk = await aDesk(db, {
  routes: (deps) => [
    ...reportRoutes({ ...deps, renderer: deps.papers.renderer, reports }),
    ...reminderRoutes({ ...deps, mail: null }),
  ],
  words: { reports: { vi, en }, reminders: { vi: remindersVi, en: remindersEn } },
});
const leadership = desk.office('Lãnh đạo Ủy ban nhân dân huyện Châu Thành');
const oneStop = desk.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
const section = desk.office('Phòng Tài chính - Kế hoạch');
const withStart = {
  startLines: (request: Parameters<typeof startLines>[1]) => startLines(desk.deps, request),
};
const leader = await desk.browser(await desk.actorOf(leadership, 'signing-leader'), withStart);
const specialist = await desk.actorOf(section, 'specialist');
const worker = await desk.browser(specialist);

const DUE = instant('2022-07-28T17:00');
const rows = {
  '220718-0001': {}, // overdue
  '220718-0002': {}, // overdue, and a new date was promised
  '220718-0003': {}, // waits for the applicant
  '220718-0005': { dueAt: null },
  '220718-0006': { dueAt: instant('2022-07-29T17:00') },
};

beforeAll(async () => {
  desk.setClock('2022-07-28T17:00:00');
  for (const [number, change] of Object.entries(rows))
    await writeRow(db, {
      ...{ number, agencyId: leadership.agencyId, officeId: oneStop.id, holderId: section.id },
      ...{ state: 'in-progress', step: 'Thẩm định', receivedAt: instant('2022-07-11T08:00'), dueAt: DUE },
      ...change,
    });
  const idOf = (number: string) => sql`(select id from dossiers.dossier where short_number = ${number})`;
  const setDates = (number: string, columns: ReturnType<typeof sql>) =>
    sql`update dossiers.due set ${columns} where id = ${idOf(number)}`.execute(db.owner);
  await sql`update dossiers.dossier set holder_account_id = ${specialist.accountId}::uuid, moved_at = ${DUE}::timestamptz`.execute(
    db.owner,
  );
  await setDates('220718-0002', sql`appointed_at = '2022-08-02 17:00+07'`);
  await setDates('220718-0003', sql`clock = 'stopped'`);
  await sql`update dossiers.dossier set state = 'awaiting-supplement', task = 'await-supplement'
     where short_number = '220718-0003'`.execute(db.owner);
  await countChanged(db.app, []);
});
afterAll(() => desk.setClock('2022-07-25T08:00:00'));

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const numberIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN);

/** What each page says is overdue; no job has looked at anything. */
async function said() {
  const [start, morning, broken] = [
    textOf((await leader.get('/lam-viec')).body),
    textOf((await leader.get(MORNING_PATH)).body),
    textOf((await leader.get('/lam-viec/nhac-viec/vi-pham?quy-tac=apology')).body),
  ];
  const work = (await worker.get('/lam-viec?nhom=late')).body;
  return {
    morning: numberIn(morning, /(\d+) hồ sơ đang quá hạn/) || 0,
    workList: new Set(work.match(/220718-\d{4}/g)).size,
    unapologised: {
      start: numberIn(start, /(\d+) hồ sơ trễ hạn chưa xin lỗi/) || 0,
      tab: numberIn(broken, /(\d+) trễ hạn chưa xin lỗi/) || 0,
      filter: numberIn(broken, /Xin lỗi và hẹn lại trước hạn một ngày làm việc \((\d+)\)/) || 0,
      listed: new Set(broken.match(/220718-\d{4}/g)).size,
    },
  };
}

test.each([
  ['2022-07-28T17:00:00', 0, 0],
  ['2022-07-28T17:01:00', 2, 1],
  ['2022-07-29T08:00:00', 2, 1],
  ['2022-07-29T17:01:00', 3, 2],
])(
  'at %s: %d overdue on the page of the morning and in the work list, %d of them without an apology',
  async (at, overdue, owed) => {
    desk.setClock(at);
    const found = await said();
    expect(found).toEqual({
      ...{ morning: overdue, workList: overdue },
      unapologised: { start: owed, tab: owed, filter: owed, listed: owed },
    });
    // the rule says so too
    const dues = [DUE, DUE, null, instant('2022-07-29T17:00')];
    expect(dues.filter((dueAt) => isOverdue({ runs: true, dueAt }, instant(at)))).toHaveLength(overdue);
  },
);
