import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonthsClamped,
  civilDate,
  civilDateOfDayNumber,
  dateOf,
  dayNumber,
  daysBetween,
  formatCivilDate,
  isCivilDate,
  parseCivilDate,
  timeOf,
  weekday,
} from './civil-date.ts';
import { instant } from './instant.ts';
import { formatPartialDate, parsePartialDate, wholeDateOf, yearOfPartialDate } from './partial-date.ts';

const someDay = fc.integer({ min: -62_000, max: 84_000 });
const utc = (day: number) => new Date(day * 86_400_000);

describe('civil dates', () => {
  it('agree with the calendar of the machine', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const date = civilDateOfDayNumber(day);
        expect(date).toBe(utc(day).toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(day);
        expect(weekday(date) % 7).toBe(utc(day).getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });

  it('add and count days', () => {
    const date = civilDate('2024-02-28');
    expect(addDays(date, 2)).toBe('2024-03-01');
    expect(daysBetween(date, civilDate('2025-02-28'))).toBe(366);
    expect(weekday(civilDate('2022-07-19'))).toBe(2);
  });

  it.each([
    ['2022-01-31', 1, '2022-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2022-08-31', 6, '2023-02-28'],
    ['2022-12-15', 1, '2023-01-15'],
    ['2022-03-31', -1, '2022-02-28'],
    ['2022-07-18', 0, '2022-07-18'],
  ])('%s and %d months is %s', (from, months, to) =>
    expect(addMonthsClamped(civilDate(from), months)).toBe(to),
  );

  it.each([
    ['25/7/2022', '2022-07-25'],
    [' 25 - 07 - 2022 ', '2022-07-25'],
    ['25.07.2022', '2022-07-25'],
    ['25072022', '2022-07-25'],
    ['2022-07-25', '2022-07-25'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is read', (text, date) => expect(parseCivilDate(text)).toEqual({ ok: true, value: date }));

  it.each([
    ['31/02/2022', 'kernel/impossible-date'],
    ['29/02/2023', 'kernel/impossible-date'],
    ['0/1/2022', 'kernel/impossible-date'],
    ['1/13/2022', 'kernel/impossible-date'],
    ['01/01/0202', 'kernel/impossible-date'],
    ['25/7/22', 'kernel/unreadable-date'],
    ['hôm qua', 'kernel/unreadable-date'],
    ['', 'kernel/unreadable-date'],
  ])('%j is refused', (text, code) => {
    expect(parseCivilDate(text, 'born')).toMatchObject({ ok: false, refusal: { code, field: 'born' } });
  });

  it('are written as papers write them, and taken from instants', () => {
    const at = instant('2022-07-24T18:30:00Z');
    expect(formatCivilDate(dateOf(at))).toBe('25/07/2022');
    expect(timeOf(at)).toBe('01:30');
    expect(isCivilDate('2022-13-01')).toBe(false);
    expect(() => civilDate('2022-02-30')).toThrow(RangeError);
  });
});

describe('partial dates', () => {
  it.each([
    ['1950', '1950', '1950'],
    ['5/1950', '1950-05', '05/1950'],
    ['1950-05', '1950-05', '05/1950'],
    ['1/5/1950', '1950-05-01', '01/05/1950'],
  ])('%s', (text, value, shown) => {
    const read = parsePartialDate(text);
    expect(read).toEqual({ ok: true, value });
    if (!read.ok) return;
    expect(formatPartialDate(read.value)).toBe(shown);
    expect(yearOfPartialDate(read.value)).toBe(1950);
    expect(wholeDateOf(read.value)).toBe(value.length === 10 ? value : undefined);
  });

  it.each(['13/1950', '0/1950', '1750', '30/2/1950', 'x', '50'])('refuses %s', (text) => {
    expect(parsePartialDate(text).ok).toBe(false);
  });
});
