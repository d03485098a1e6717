import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { dueDate } from '#kernel/working-time/due-date.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import {
  loadCalendar,
  nextDaysOff,
  openState,
  setOfficeHours,
  setOpeningHours,
  workCalendarFor,
} from './index.ts';

const { app, owner } = await testDatabase();
const seed: unknown = JSON.parse(readFileSync('db/seeds/calendar.json', 'utf8'));
const OFFICE = '0190a000-0000-7000-8000-000000000001';
const load = () => inTransaction(app, (tx) => loadCalendar(tx, seed));
const at = (text: string) => instant(`2022-${text}:00+07:00`);

let first: { readonly changed: number };
beforeAll(async () => {
  first = await load();
});

async function dueFrom(office: string | null, received: string, days: number) {
  const calendar = await workCalendarFor(app, office);
  return dueDate(calendar, { received: at(received), limit: { value: days, unit: 'ngay_lam_viec' } });
}

describe('loading', () => {
  test('takes all days and the nine years with a notice, and a second time nothing', async () => {
    expect(first).toEqual({ changed: 192 + 9 });
    expect(await load()).toEqual({ changed: 0 });
    const years = await app.selectFrom('calendar.year').select('year').orderBy('year').execute();
    expect(years.map((row) => row.year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  test('corrects days no person confirmed and leaves the others', async () => {
    await sql`update calendar.day set name = 'x' where date = '2027-01-01'`.execute(owner);
    await sql`update calendar.day set name = 'Đã xác nhận', checked = true, confirmed_by = ${OFFICE}::uuid,
      confirmed_at = now() where date = '2027-04-16'`.execute(owner);
    expect(await load()).toEqual({ changed: 1 });
    const [kept] = await nextDaysOff(app, civilDate('2027-04-16'), 1);
    expect(kept).toMatchObject({ name: 'Đã xác nhận', checked: true });
  });

  test('refuses a file of another shape and loads nothing of it', async () => {
    const wrong = {
      meta: { basis: '' },
      days: [{ date: '2027-02-31', kind: 'holiday', name: 'x', checked: true }],
    };
    await expect(inTransaction(app, (tx) => loadCalendar(tx, wrong))).rejects.toThrow(/not a date/);
  });
});

describe('the calendar of an office', () => {
  test('has the days of the seed and the default hours', async () => {
    const result = await dueFrom(null, '04-08T09:00', 3);
    expect(result).toMatchObject({ due: at('04-14T17:00'), certain: true });
  });

  test('is kept while nothing changes, and read anew at once when something does', async () => {
    const before = await workCalendarFor(app, OFFICE);
    expect(await workCalendarFor(app, OFFICE)).toBe(before);
    await inTransaction(app, (tx) =>
      setOfficeHours(tx, {
        officeId: OFFICE,
        spans: [
          ['07:30', '11:30'],
          ['13:00', '16:30'],
        ],
        validFrom: civilDate('2022-08-01'),
        validTo: null,
      }),
    );
    expect((await dueFrom(OFFICE, '07-29T09:00', 1)).due).toBe(at('08-01T16:30'));
    expect((await dueFrom(OFFICE, '07-25T09:00', 1)).due).toBe(at('07-26T17:00'));
    expect((await dueFrom(null, '07-29T09:00', 1)).due).toBe(at('08-01T17:00'));
  });

  test('an own calendar wins over hours for all, whenever those begin', async () => {
    await inTransaction(app, (tx) =>
      setOfficeHours(tx, {
        officeId: null,
        spans: [['08:00', '16:00']],
        validFrom: civilDate('2022-10-01'),
        validTo: null,
      }),
    );
    expect((await dueFrom(null, '10-03T09:00', 1)).due).toBe(at('10-04T16:00'));
    const again = { officeId: null, validFrom: civilDate('2022-10-01'), validTo: civilDate('2022-10-31') };
    await inTransaction(app, (tx) => setOfficeHours(tx, { ...again, spans: [['08:00', '15:30']] }));
    expect((await dueFrom(null, '10-03T09:00', 1)).due).toBe(at('10-04T15:30'));
    expect((await dueFrom(null, '11-03T09:00', 1)).due).toBe(at('11-04T17:00'));
    expect((await dueFrom(OFFICE, '10-03T09:00', 1)).due).toBe(at('10-04T16:30'));
  });

  test('a change that is rolled back leaves no trace', async () => {
    const half = inTransaction(app, async (tx) => {
      await tx.deleteFrom('calendar.day').execute();
    });
    await expect(half).rejects.toThrow(/permission denied/);
    const undone = inTransaction(app, async (tx) => {
      await sql`update calendar.day set kind = 'swapped-work' where date = '2022-04-11'`.execute(tx);
      const inside = await workCalendarFor(tx, null);
      expect(
        dueDate(inside, { received: at('04-08T09:00'), limit: { value: 1, unit: 'ngay_lam_viec' } }).due,
      ).toBe(at('04-11T17:00'));
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect((await dueFrom(null, '04-08T09:00', 1)).due).toBe(at('04-12T17:00'));
  });

  test('refuses hours out of order', async () => {
    const wrong = inTransaction(app, (tx) =>
      setOfficeHours(tx, { officeId: OFFICE, spans: [['17:00', '07:00']], validFrom: null, validTo: null }),
    );
    await expect(wrong).rejects.toThrow(RangeError);
  });
});

describe('opening', () => {
  test('follows office hours', async () => {
    expect(await openState(app, null, at('07-18T08:00'))).toEqual({ open: true, until: at('07-18T11:30') });
    expect(await openState(app, null, at('04-29T17:00'))).toEqual({
      open: false,
      opensAt: at('05-04T07:00'),
    });
  });

  test("or the counter's own, without making a Saturday count", async () => {
    await inTransaction(app, (tx) =>
      setOpeningHours(tx, {
        officeId: OFFICE,
        weekly: { 5: [['07:00', '11:00']], 6: [['07:30', '11:00']] },
        validFrom: null,
        validTo: null,
      }),
    );
    expect(await openState(app, OFFICE, at('07-23T08:00'))).toEqual({ open: true, until: at('07-23T11:00') });
    expect((await dueFrom(OFFICE, '07-22T09:00', 1)).due).toBe(at('07-25T17:00'));
  });

  test('the next days off are in order and without weekends', async () => {
    const days = await nextDaysOff(app, civilDate('2022-07-18'), 2);
    expect(days.map((day) => [day.date, day.name])).toEqual([
      ['2022-09-01', 'Quốc khánh'],
      ['2022-09-02', 'Quốc khánh'],
    ]);
  });
});

test('motcua_app may not delete, nor set the version itself', async () => {
  await expect(sql`delete from calendar.day`.execute(app)).rejects.toThrow(/permission denied/);
  await expect(sql`update calendar.version set version = gen_random_uuid()`.execute(app)).rejects.toThrow(
    /permission denied/,
  );
});
