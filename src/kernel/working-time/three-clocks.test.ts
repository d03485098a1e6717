import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../civil-date.ts';
import type { Instant } from '../instant.ts';
import { officeMinutesBetween } from './office-minutes.ts';
import { anInstant, someCalendar, someMoment, somePauses } from './testing.ts';
import { nationalClass, nationalEnd, threeClocks } from './three-clocks.ts';
import { usedTime } from './used-time.ts';
import { WorkCalendar } from './work-calendar.ts';

const calendar = new WorkCalendar({
  days: [],
  knownFrom: civilDate('2022-01-01'),
  knownUntil: civilDate('2022-12-31'),
});
const at = (text: string) => anInstant(`2022-07-${text}:00+07:00`);
const limit = { value: 5, unit: 'ngay_lam_viec' } as const;
const facts = { received: at('04T08:00'), limit, promised: { value: 3, unit: 'ngay_lam_viec' as const } };
const wait = { asked: at('06T10:00'), completed: at('12T09:00') };

describe('three clocks', () => {
  it('agree while nothing is asked, but for the promise', () => {
    const clocks = threeClocks(calendar, facts);
    expect([clocks.legal.due, clocks.national.due, clocks.committed?.due]).toEqual([
      at('11T17:00'),
      at('11T17:00'),
      at('07T17:00'),
    ]);
  });

  it('part after a supplement: the law starts anew, QĐ 766 leaves the wait out', () => {
    const clocks = threeClocks(calendar, { ...facts, supplements: [wait] });
    expect([clocks.legal.due, clocks.national.due, clocks.committed?.due]).toEqual([
      at('19T17:00'),
      at('15T17:00'),
      at('15T17:00'),
    ]);
    const suspended = threeClocks(calendar, { ...facts, supplements: [wait], supplementEffect: 'suspend' });
    expect(suspended.legal.due).toBe(at('15T17:00'));
  });

  it('stand still while the citizen has not answered', () => {
    const clocks = threeClocks(calendar, {
      ...facts,
      promised: null,
      supplements: [{ ...wait, completed: null }],
    });
    expect(clocks.legal).toMatchObject({ due: null, remaining: { value: 4, unit: 'ngay_lam_viec' } });
    expect(clocks.committed).toBeNull();
  });

  it('the national one ends when the result is ready, else returned, else stopped', () => {
    const [decided, returned, stoppedOrRefused] = [at('08T08:00'), at('09T08:00'), at('10T08:00')];
    expect(nationalEnd({ decided, returned, stoppedOrRefused })).toBe(decided);
    expect(nationalEnd({ decided: null, returned, stoppedOrRefused })).toBe(returned);
    expect(nationalEnd({ decided: null, returned: null, stoppedOrRefused })).toBe(stoppedOrRefused);
  });

  it.each([
    [{ supplements: 1, ended: at('08T08:00') }, 'early'],
    [{ supplements: 2, ended: at('08T08:00') }, 'late'],
    [{ supplements: 2, ended: null, waiting: true }, 'overdue'],
    [{ supplements: 0, ended: null }, 'in-time'],
    [{ supplements: 1, ended: at('13T08:00'), withdrawn: true }, 'on-time'],
    [{ supplements: 2, ended: at('08T08:00'), withdrawn: true }, 'late'],
  ])('%j is %s by QĐ 766', (question, expected) => {
    expect(nationalClass({ due: at('11T17:00'), unit: limit.unit, at: at('11T23:59'), ...question })).toBe(
      expected,
    );
  });
});

describe('used time', () => {
  it('sums exactly to the total, for any calendar, pauses and hand-overs', () => {
    const moments = fc.array(someMoment, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(someCalendar, moments, somePauses, (any, times, pauses) => {
        const sorted = [...times].sort();
        const stays = sorted.slice(0, -1).map((from, index) => ({
          holder: `office-${index % 3}`,
          from,
          to: index === sorted.length - 2 ? null : (sorted[index + 1] ?? null),
        }));
        const [first, last] = [sorted[0] as Instant, sorted.at(-1) as Instant];
        const split = usedTime(any, stays, last, pauses);
        const sum = split.reduce((total, one) => total + one.minutes, 0);
        expect(sum).toBe(officeMinutesBetween(any, first, last, pauses));
      }),
    );
  });
});
