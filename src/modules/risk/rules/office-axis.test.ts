import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import { someCalendar, someMoment } from '#kernel/working-time/testing.ts';
import { clockAxis, officeAxis } from './office-axis.ts';

test('law: two places lie as far apart as the office minutes between the moments, for any calendar', () => {
  fc.assert(
    fc.property(someCalendar, someMoment, someMoment, (calendar, a, b) => {
      const axis = officeAxis(calendar, instant('2022-03-01T12:00'));
      expect(axis(b) - axis(a)).toBe(officeMinutesBetween(calendar, a, b) + 0);
    }),
  );
});

test('a log that knows no office hours is measured by the clock', () => {
  expect(clockAxis(instant('2022-07-25T00:10')) - clockAxis(instant('2022-07-24T23:50'))).toBe(20);
});
