import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, dayNumber } from '../civil-date.ts';
import { instant } from '../instant.ts';
import { closingOf, isPast, lastCountingDay, nextCountingDay, openingOf } from './office-day.ts';
import { someCalendar } from './testing.ts';
import { WorkCalendar } from './work-calendar.ts';

const hours = [
  { validFrom: null, validTo: null, spans: [['07:00', '11:30'] as const, ['13:30', '17:00'] as const] },
];
const calendar = new WorkCalendar({
  ...{ days: [{ date: civilDate('2022-04-11'), kind: 'holiday', checked: true }], hours },
  ...{ knownFrom: civilDate('2022-01-01'), knownUntil: civilDate('2022-12-31') },
});

test('a Friday before a long weekend, with its hours', () => {
  const friday = civilDate('2022-04-08');
  expect(openingOf(calendar, friday)).toBe(instant('2022-04-08T07:00'));
  expect(closingOf(calendar, friday)).toBe(instant('2022-04-08T17:00'));
  expect(nextCountingDay(calendar, friday)).toBe('2022-04-12');
  expect(lastCountingDay(calendar, civilDate('2022-04-11'))).toBe(friday);
  expect(lastCountingDay(calendar, friday)).toBe(friday);
});

test('at the minute itself it is not yet past', () => {
  expect(isPast(instant('2022-04-08T17:00'), instant('2022-04-08T17:00:59'))).toBe(false);
  expect(isPast(instant('2022-04-08T17:00'), instant('2022-04-08T17:01'))).toBe(true);
});

test('law: between a day and the next counting one nothing counts, and back it is the last one', () => {
  const day = fc.nat(90).map((days) => addDays(civilDate('2022-02-01'), days));
  fc.assert(
    fc.property(someCalendar, day, (some, from) => {
      const next = nextCountingDay(some, from);
      expect(some.counts(dayNumber(next))).toBe(true);
      expect(next > from).toBe(true);
      const last = lastCountingDay(some, addDays(next, -1));
      expect(last <= from).toBe(true);
      expect(nextCountingDay(some, last)).toBe(next);
    }),
  );
});
