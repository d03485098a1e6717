import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { dueDate } from '#kernel/working-time/due-date.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { loadCalendar, openState, workCalendarFor } from '../index.ts';
import { findDay, listConfirmedDays, listDaysOfYear, listYears } from '../store-days.ts';
import { changeDay, seenDay } from './change-day.ts';
import { changeOfficeHours, changeOpeningHours } from './change-hours.ts';
import { confirmYear, digestOfDays } from './confirm-year.ts';

const { app, owner } = await testDatabase();
const random = createRandom();
const OFFICE = '0190a000-0000-7000-8000-000000000001';
const AGENCY = '0190a000-0000-7000-8000-000000000002';
const legalNow = instant('2022-07-25T08:00:00');
const machineNow = instant('2026-11-24T08:00:00');
const actor: Actor = {
  accountId: '0190a000-0000-7000-8000-000000000003',
  personId: '0190a000-0000-7000-8000-000000000004',
  name: 'Đỗ Hồng Phúc',
  posts: [
    {
      id: '0190a000-0000-7000-8000-000000000005',
      role: 'calendar-manager',
      title: 'Quản lý lịch',
      officeId: OFFICE,
      officeName: 'Một Cửa',
      agencyId: AGENCY,
      leads: false,
    },
  ],
};
const by = { actor, origin: { legalNow, machineNow, address: null, requestId: null } };
const deps = { db: app };
const day = (text: string) => civilDate(text);
const pressId = () => random.uuid(Date.parse(machineNow));
const seed: unknown = JSON.parse(readFileSync('db/seeds/calendar.json', 'utf8'));

beforeAll(() => inTransaction(app, (tx) => loadCalendar(tx, seed)));

/** What was published: `calendar/changed` waits in the queue with the days that moved. */
async function published() {
  const { rows } = await sql<{ payload: { type: string; payload: unknown } }>`
    select payload from graphile_worker._private_jobs order by id desc limit 1`.execute(owner);
  return rows[0]?.payload;
}

async function countPublished(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from graphile_worker._private_jobs`.execute(owner);
  return rows[0]?.n ?? 0;
}

const dayPress = (date: string, kind: string, more = {}) => ({
  ...by,
  pressId: pressId(),
  date: day(date),
  kind,
  name: 'Bão số 4',
  swappedWith: null,
  noticeNumber: 'CĐ 861/CĐ-TTg',
  noticeDate: day('2022-07-25'),
  seen: '',
  ...more,
});

describe('a day', () => {
  test('counts otherwise from the press on, once, and says so', async () => {
    const due = async () => {
      const received = instant('2022-07-27T08:00:00');
      const calendar = await workCalendarFor(app, OFFICE);
      return dueDate(calendar, { received, limit: { value: 1, unit: 'ngay_lam_viec' } }).due?.slice(0, 10);
    };
    expect(await due()).toBe('2022-07-28');
    const press = dayPress('2022-07-28', 'holiday');
    const before = await countPublished();
    const both = await Promise.all([changeDay(deps, press), changeDay(deps, press)]);
    expect(both).toEqual([
      { ok: true, value: true },
      { ok: true, value: true },
    ]);
    expect(await due()).toBe('2022-07-29');
    expect(await countPublished()).toBe(before + 1);
    expect(await published()).toMatchObject({
      type: 'calendar/changed',
      payload: { from: '2022-07-28', to: '2022-07-28', officeId: null },
    });
    const back = dayPress('2022-07-28', 'ordinary', { seen: 'holiday Bão số 4', name: '' });
    expect((await changeDay(deps, back)).ok).toBe(true);
    expect(await due()).toBe('2022-07-28');
  });

  test('of two who change it at once the second is told', async () => {
    const results = await Promise.all([
      changeDay(deps, dayPress('2022-08-10', 'holiday')),
      changeDay(deps, dayPress('2022-08-10', 'swapped-off', { name: 'Nghỉ bù' })),
    ]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'calendar/changed-meanwhile' } });
  });

  test.each([
    [{ kind: 'feast' }, 'day-kind-missing'],
    [{ noticeNumber: '  ' }, 'notice-missing'],
    [{ name: '' }, 'day-name-missing'],
    [{ date: day('2022-07-24') }, 'day-is-over'],
  ])('%o is refused', async (change, code) => {
    const press = { ...dayPress('2022-08-15', 'holiday'), ...change };
    expect(await changeDay(deps, press)).toMatchObject({ refusal: { code: `calendar/${code}` } });
  });

  test('keeps what it was before, who changed it and by which notice', async () => {
    const found = await findDay(app, day('2022-09-02'));
    const press = dayPress('2022-09-02', 'holiday', { seen: seenDay(found), name: 'Quốc khánh' });
    expect((await changeDay(deps, press)).ok).toBe(true);
    expect(await listConfirmedDays(app, 100)).toContainEqual(
      expect.objectContaining({ name: 'Quốc khánh', notice: 'CĐ 861/CĐ-TTg, 25/07/2022', at: legalNow }),
    );
    const kept = await owner
      .selectFrom('calendar.day_change')
      .select('before')
      .where('date', '=', day('2022-09-02'))
      .executeTakeFirst();
    expect(kept?.before).toMatchObject({ kind: 'holiday', name: found?.name });
    await inTransaction(app, (tx) => loadCalendar(tx, seed));
    expect(await findDay(app, day('2022-09-02'))).toMatchObject({ name: 'Quốc khánh' });
  });
});

describe('a year', () => {
  const press = async (more = {}) => ({
    ...by,
    pressId: pressId(),
    year: 2027,
    noticeNumber: 'Thông báo số 1',
    noticeDate: day('2026-11-20'),
    seen: digestOfDays(await listDaysOfYear(app, 2027)),
    ...more,
  });

  test('is confirmed by the list that was seen, once', async () => {
    expect(await confirmYear(deps, await press({ seen: 'khác' }))).toMatchObject({
      refusal: { code: 'calendar/changed-meanwhile' },
    });
    expect(await confirmYear(deps, await press({ noticeNumber: '' }))).toMatchObject({
      refusal: { code: 'calendar/notice-missing' },
    });
    expect(await confirmYear(deps, await press({ year: 2101, seen: digestOfDays([]) }))).toMatchObject({
      refusal: { code: 'calendar/no-days' },
    });
    const once = await press();
    expect(await Promise.all([confirmYear(deps, once), confirmYear(deps, once)])).toEqual([
      { ok: true, value: true },
      { ok: true, value: true },
    ]);
    const year = (await listYears(app)).find((one) => one.year === 2027);
    expect(year).toMatchObject({ unchecked: 0, notice: 'Thông báo số 1, 20/11/2026' });
    expect((await workCalendarFor(app, null)).knownUntil).toBe('2027-12-31');
  });
});

describe('hours', () => {
  const office = { id: OFFICE, agencyId: AGENCY };
  const press = { ...by, office, validFrom: day('2022-08-01'), seen: 0, hours: '07:30-11:30, 13:00-17:00' };

  test('hold from their day; of two at once the second is told', async () => {
    const results = await Promise.all([
      changeOfficeHours(deps, press),
      changeOfficeHours(deps, { ...press, hours: '08:00-12:00' }),
    ]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(await published()).toMatchObject({ payload: { from: '2022-08-01', officeId: OFFICE } });
    expect(await changeOfficeHours(deps, { ...press, seen: 1, validFrom: day('2022-07-01') })).toMatchObject({
      refusal: { code: 'calendar/hours-in-the-past' },
    });
  });

  test('of another agency, or of all, are not hers', async () => {
    for (const foreign of [{ id: OFFICE, agencyId: OFFICE }, null]) {
      expect(await changeOfficeHours(deps, { ...press, office: foreign })).toMatchObject({
        refusal: { code: 'calendar/not-allowed' },
      });
    }
  });

  test('of opening make no day count', async () => {
    const closed = { 1: '', 2: '', 3: '', 4: '', 5: '', 6: '', 7: '' };
    const opening = { ...by, office, validFrom: day('2022-07-01'), seen: 0 };
    expect(await changeOpeningHours(deps, { ...opening, hours: closed })).toMatchObject({
      refusal: { code: 'calendar/never-open' },
    });
    const hours = { ...closed, 1: '07:00-11:30', 6: '07:30-11:00' };
    expect((await changeOpeningHours(deps, { ...opening, hours })).ok).toBe(true);
    const saturday = instant('2022-07-30T08:00:00');
    expect(await openState(app, OFFICE, saturday)).toEqual({
      open: true,
      until: instant('2022-07-30T11:00:00'),
    });
  });
});
