import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, dayNumber } from '#kernel/civil-date.ts';
import { weekdayOfDayNumber } from '#kernel/day-number.ts';
import { instant } from '#kernel/instant.ts';
import { dueDate } from '#kernel/working-time/due-date.ts';
import { OpeningCalendar } from '#kernel/working-time/opening-hours.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { timesOff } from './days-off.ts';
import { derivedDays } from './derived-days.ts';
import { weeklyHours } from './weekly-hours.ts';

const holiday = (date: string) => ({ date: civilDate(date), kind: 'holiday' as const, checked: true });
const calendar = new WorkCalendar({
  days: [holiday('2022-09-01'), holiday('2022-09-02')],
  knownFrom: civilDate('2022-01-01'),
  knownUntil: civilDate('2022-12-31'),
});

test('the hours of an ordinary week pass over holidays', () => {
  const today = dayNumber(civilDate('2022-08-29')); // Thursday and Friday of this week are holidays
  const kindOf = (day: number) => calendar.kindOf(day);
  const rows = weeklyHours(new OpeningCalendar(calendar), kindOf, today, weekdayOfDayNumber);
  expect(rows.map(({ from, to, spans }) => [from, to, spans.length])).toEqual([
    [1, 5, 2],
    [6, 7, 0],
  ]);
});

test('a Saturday morning is a row of its own', () => {
  const morning = [['07:00', '11:00']] as const;
  const day = [['07:00', '11:30']] as const;
  const opening = new OpeningCalendar(calendar, [
    { validFrom: null, validTo: null, weekly: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: morning } },
  ]);
  const today = dayNumber(civilDate('2022-07-28'));
  const rows = weeklyHours(opening, (one) => calendar.kindOf(one), today, weekdayOfDayNumber);
  expect(rows.map(({ from, to }) => [from, to])).toEqual([
    [1, 5],
    [6, 6],
    [7, 7],
  ]);
});

const off = (date: string, name: string) => ({ date: civilDate(date), name, checked: true });

test('days off that touch are said once, across a weekend too', () => {
  const days = [
    off('2022-04-30', 'Ngày Chiến thắng'),
    off('2022-05-01', 'Quốc tế Lao động'),
    off('2022-05-02', 'Ngày Chiến thắng'),
    off('2022-09-02', 'Quốc khánh'),
    off('2022-09-05', 'Quốc khánh'),
  ];
  expect(timesOff(days, civilDate('2022-12-31'))).toEqual([
    { from: '2022-04-30', to: '2022-05-02', names: ['Ngày Chiến thắng', 'Quốc tế Lao động'], checked: true },
    { from: '2022-09-02', to: '2022-09-05', names: ['Quốc khánh'], checked: true },
  ]);
  expect(timesOff(days, civilDate('2022-08-01'))).toHaveLength(1);
});

test('every day off begins, ends or lies in exactly one time off', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300), { maxLength: 20 }), (offsets) => {
      const days = offsets
        .sort((a, b) => a - b)
        .map((offset) => off(addDays(civilDate('2022-01-01'), offset), 'Nghỉ'));
      const times = timesOff(days, civilDate('2023-12-31'));
      for (const { date } of days)
        expect(times.filter((time) => time.from <= date && date <= time.to)).toHaveLength(1);
    }),
  );
});

test('the grid numbers the counted days and ends on the due day', () => {
  const received = instant('2022-08-30T08:00');
  const { derivation, due } = dueDate(calendar, { received, limit: { value: 3, unit: 'ngay_lam_viec' } });
  expect(derivedDays(derivation, due).map(({ mark, number }) => [mark, number ?? null])).toEqual([
    ['received', null],
    ['counted', 1],
    ['off', null],
    ['off', null],
    ['off', null],
    ['off', null],
    ['counted', 2],
    ['due', 3],
  ]);
});
