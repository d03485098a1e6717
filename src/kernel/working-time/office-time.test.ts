import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, dayNumber } from '../civil-date.ts';
import type { Instant } from '../instant.ts';
import { dueDate } from './due-date.ts';
import { addOfficeMinutes, officeMinutesBetween, officeMinutesOfDays } from './office-minutes.ts';
import { OpeningCalendar } from './opening-hours.ts';
import { planSteps } from './step-plan.ts';
import { anInstant, someCalendar, someLimit, someMoment, somePauses } from './testing.ts';
import { timeLeft } from './time-left.ts';
import { WorkCalendar } from './work-calendar.ts';

const calendar = new WorkCalendar({
  days: [
    { date: civilDate('2022-09-01'), kind: 'holiday', checked: true },
    { date: civilDate('2022-09-02'), kind: 'holiday', checked: true },
    { date: civilDate('2022-09-10'), kind: 'swapped-work', checked: true },
  ],
  knownFrom: civilDate('2022-01-01'),
  knownUntil: civilDate('2022-12-31'),
});
const at = (text: string) => anInstant(`2022-${text}:00+07:00`);

describe('office minutes', () => {
  it.each([
    ['07-18T07:00', '07-18T17:00', 480],
    ['07-18T11:00', '07-18T14:00', 60],
    ['07-22T16:00', '07-25T08:00', 120],
    ['07-23T08:00', '07-24T08:00', 0],
    ['08-31T16:00', '09-05T07:30', 90],
    ['07-25T08:00', '07-22T16:00', -120],
  ])('from %s to %s are %d', (from, to, minutes) => {
    expect(officeMinutesBetween(calendar, at(from), at(to))).toBe(minutes);
  });

  it('leave paused minutes out', () => {
    const pauses = [{ from: at('07-18T08:00'), to: at('07-18T09:30') }];
    expect(officeMinutesBetween(calendar, at('07-18T07:00'), at('07-18T17:00'), pauses)).toBe(390);
  });

  it.each([
    ['07-18T08:00', 480, '07-19T08:00'],
    ['07-18T11:00', 30, '07-18T11:30'],
    ['07-18T11:00', 31, '07-18T13:31'],
    ['07-22T17:00', 0, '07-25T07:00'],
    ['07-18T15:00', officeMinutesOfDays(calendar, 0.25, at('07-18T15:00')), '07-18T17:00'],
  ])('%s and %d more is %s', (from, minutes, to) => {
    expect(addOfficeMinutes(calendar, at(from), minutes)).toBe(at(to));
  });

  it('sum exactly over touching intervals, for any calendar', () => {
    fc.assert(
      fc.property(someCalendar, someMoment, someMoment, someMoment, somePauses, (any, a, b, c, pauses) => {
        const [x, y, z] = [a, b, c].sort() as [Instant, Instant, Instant];
        const between = (from: Instant, to: Instant) => officeMinutesBetween(any, from, to, pauses);
        expect(between(x, y) + between(y, z)).toBe(between(x, z));
      }),
    );
  });

  it('are what was added, for any calendar', () => {
    fc.assert(
      fc.property(someCalendar, someMoment, fc.nat(5000), (any, from, minutes) => {
        expect(officeMinutesBetween(any, from, addOfficeMinutes(any, from, minutes))).toBe(minutes);
      }),
    );
  });
});

describe('time left', () => {
  it.each([
    ['07-18T08:00', '07-21T17:00', { late: false, unit: 'working-days', value: 3 }],
    ['07-18T07:00', '07-19T17:00', { late: false, unit: 'working-days', value: 1, hours: 8, minutes: 0 }],
    ['07-18T16:59', '07-19T17:00', { late: false, unit: 'working-days', value: 1, hours: 0, minutes: 1 }],
    ['07-18T09:15', '07-18T17:00', { late: false, unit: 'hours', value: 5, minutes: 45 }],
    ['07-18T16:20', '07-18T17:00', { late: false, unit: 'minutes', value: 40 }],
    ['07-18T17:00', '07-18T17:00', { late: false, unit: 'minutes', value: 0 }],
    ['07-19T09:20', '07-18T17:00', { late: true, unit: 'hours', value: 2, minutes: 20 }],
    ['07-20T17:00', '07-18T17:00', { late: true, unit: 'working-days', value: 2 }],
    ['07-23T09:00', '07-22T17:00', { late: true, unit: 'minutes', value: 0 }],
    ['07-18T16:00', '07-19T08:00', { late: false, unit: 'hours', value: 2 }],
  ])('at %s until %s', (now, due, expected) => {
    expect(timeLeft(calendar, at(now), at(due))).toMatchObject(expected);
  });

  it('is to the minute, for any calendar', () => {
    fc.assert(
      fc.property(someCalendar, someMoment, someMoment, (any, now, due) => {
        const left = timeLeft(any, now, due);
        const perDay = any.hoursOn(dayNumber(due)).minutes;
        const total = left.days * perDay + left.hours * 60 + left.minutes;
        expect(total).toBe(Math.abs(officeMinutesBetween(any, now, due)));
      }),
    );
  });
});

describe('planned moments of steps', () => {
  it('share the limit, the last ends at the due moment', () => {
    const due = dueDate(calendar, {
      received: at('07-18T07:00'),
      limit: { value: 3, unit: 'ngay_lam_viec' },
    });
    expect(planSteps(calendar, due, [0.125, 0.625, 0.25])).toEqual([
      at('07-18T11:00'),
      at('07-20T17:00'),
      at('07-21T17:00'),
    ]);
  });

  it('never go back nor beyond the due moment, for any calendar', () => {
    const shares = fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.map((part) => part / parts.reduce((sum, one) => sum + one, 0)));
    fc.assert(
      fc.property(
        someCalendar,
        someMoment,
        someLimit,
        somePauses,
        shares,
        (any, received, limit, pauses, parts) => {
          const due = dueDate(any, { received, limit, pauses });
          const planned = planSteps(any, due, parts, pauses);
          expect(planned.at(-1)).toBe(due.due);
          expect(planned).toEqual([...planned].sort());
        },
      ),
    );
  });

  it('refuse shares that do not sum to 1', () => {
    const due = { due: at('07-18T17:00'), effectiveReceipt: at('07-18T07:00') };
    expect(() => planSteps(calendar, due, [0.5, 0.4])).toThrow(RangeError);
    expect(planSteps(calendar, { ...due, due: null }, [0.5, 0.5])).toEqual([null, null]);
  });
});

describe('opening hours', () => {
  const weekly = {
    1: [['07:00', '11:00'] as const],
    6: [['07:30', '11:00'] as const],
  };
  const own = new OpeningCalendar(calendar, [{ validFrom: null, validTo: null, weekly }]);
  const plain = new OpeningCalendar(calendar);

  it.each([
    ['07-18T08:00', { open: true, until: at('07-18T11:30') }],
    ['07-18T11:30', { open: false, opensAt: at('07-18T13:30') }],
    ['07-22T17:00', { open: false, opensAt: at('07-25T07:00') }],
    ['08-31T17:30', { open: false, opensAt: at('09-05T07:00') }],
    ['09-10T08:00', { open: true, until: at('09-10T11:30') }],
  ])('follow office hours at %s', (now, state) => expect(plain.stateAt(at(now))).toEqual(state));

  it.each([
    ['07-23T08:00', { open: true, until: at('07-23T11:00') }],
    ['07-19T08:00', { open: false, opensAt: at('07-23T07:30') }],
    ['09-10T08:00', { open: true, until: at('09-10T11:00') }],
  ])("are the office's own at %s", (now, state) => expect(own.stateAt(at(now))).toEqual(state));

  it('do not make a Saturday count', () =>
    expect(calendar.counts(dayNumber(civilDate('2022-07-23')))).toBe(false));
});
