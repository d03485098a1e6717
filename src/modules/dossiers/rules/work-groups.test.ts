import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { timeLeft } from '#kernel/working-time/time-left.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { workCursor } from './list-cursor.ts';
import { byUrgency, urgencies, urgencyOf } from './work-groups.ts';

const calendar = new WorkCalendar({
  days: [
    { date: civilDate('2022-09-01'), kind: 'holiday', checked: true },
    { date: civilDate('2022-09-02'), kind: 'holiday', checked: true },
  ],
  knownFrom: civilDate('2022-01-01'),
  knownUntil: civilDate('2022-12-31'),
});
const at = (text: string) => instant(`2022-${text}`);
const running = (dueAt: Instant) => ({ clock: 'running', dueAt });
const urgencyAt = (due: string, now: string) => urgencyOf(calendar, running(at(due)), at(now));

describe('under which heading a dossier stands', () => {
  // 28/07/2022 is a Thursday
  it.each([
    ['07-22T09:00', 'later'],
    ['07-22T16:00', 'later'],
    ['07-25T08:00', 'three-days'],
    ['07-27T16:59', 'three-days'],
    ['07-28T00:00', 'today'],
    ['07-28T16:59', 'today'],
    ['07-28T17:00', 'today'],
    ['07-28T17:01', 'late'],
    ['07-29T08:00', 'late'],
    ['08-30T08:00', 'late'],
  ])('due 28/07 at 17:00, seen on %s: %s', (now, urgency) => {
    expect(urgencyAt('07-28T17:00', now)).toBe(urgency);
  });

  it('days off bring a due moment nearer: the national day with the weekend', () => {
    expect(urgencyAt('09-07T17:00', '08-31T17:00')).toBe('three-days');
    expect(urgencyAt('09-07T17:00', '08-31T07:00')).toBe('three-days');
    expect(urgencyAt('09-08T17:00', '08-31T07:00')).toBe('later');
  });

  it('likely to be late stands before due today, perhaps late after it; late stays late', () => {
    const judged = (due: string, level: 'high' | 'medium' | 'low') =>
      urgencyOf(calendar, { ...running(at(due)), risk: { level } }, at('07-28T08:00'));
    expect(judged('08-15T17:00', 'high')).toBe('high-risk');
    expect(judged('07-28T17:00', 'high')).toBe('high-risk');
    expect(judged('07-28T17:00', 'medium')).toBe('today');
    expect(judged('08-15T17:00', 'medium')).toBe('medium-risk');
    expect(judged('08-15T17:00', 'low')).toBe('later');
    expect(judged('07-27T17:00', 'low')).toBe('late');
  });

  it('where no clock runs nothing is late', () => {
    const past = at('01-03T17:00');
    const now = at('07-28T08:00');
    expect(urgencyOf(calendar, { clock: 'stopped', dueAt: past }, now)).toBe('stopped');
    expect(urgencyOf(calendar, { clock: 'ended', dueAt: past }, now)).toBe('ready');
    expect(urgencyOf(calendar, { clock: 'none', dueAt: null }, now)).toBe('no-date');
    expect(urgencyOf(calendar, running(past), now)).toBe('late');
    expect(urgencyOf(calendar, { clock: 'running', dueAt: null }, now)).toBe('no-date');
  });
});

const moment = fc
  .integer({ min: msOfInstant(at('02-01T00:00')), max: msOfInstant(at('11-30T00:00')) })
  .map(instantOfMs);

describe('laws of the headings', () => {
  it('as the clock moves on a dossier only becomes more urgent', () => {
    fc.assert(
      fc.property(moment, moment, moment, (due, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const rank = (now: Instant) => urgencies.indexOf(urgencyOf(calendar, running(due), now));
        expect(rank(later)).toBeLessThanOrEqual(rank(earlier));
      }),
    );
  });

  it('the order of a list by rank and due moment is the order of its headings', () => {
    const line = fc.record({
      clock: fc.constantFrom('running', 'running', 'none', 'ended', 'stopped'),
      dueAt: fc.option(moment, { freq: 8 }),
      risk: fc.option(
        fc.record({ level: fc.constantFrom('high' as const, 'medium' as const, 'low' as const) }),
      ),
    });
    fc.assert(
      fc.property(fc.array(line), moment, (lines, now) => {
        const keyOf = (one: (typeof lines)[number]) => {
          const { rank, at: due } = workCursor({ ...one, id: '', receivedAt: null, endedAt: null }, now);
          return `${rank} ${due ?? '9'}`;
        };
        const sorted = [...lines].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
        const headings = sorted.map((one) => urgencies.indexOf(urgencyOf(calendar, one, now)));
        expect(headings).toEqual([...headings].sort((a, b) => a - b));
      }),
    );
  });

  it('the heading and the words beside it never contradict each other', () => {
    fc.assert(
      fc.property(moment, moment, (due, now) => {
        const urgency = urgencyOf(calendar, running(due), now);
        const left = timeLeft(calendar, now, due);
        expect(urgency === 'late').toBe(left.late);
        if (urgency === 'later') expect(left.value).toBeGreaterThan(3);
        if (urgency === 'three-days') expect(left.days).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('every row stands under one heading, headings in order, rows in theirs', () => {
    const row = fc.record({ urgency: fc.constantFrom(...urgencies), id: fc.nat() });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const groups = byUrgency(rows);
        const order = groups.map(([urgency]) => urgencies.indexOf(urgency));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const [urgency, found] of groups)
          expect(found).toEqual(rows.filter((one) => one.urgency === urgency));
        expect(groups.flatMap(([, found]) => found)).toHaveLength(rows.length);
      }),
    );
  });
});
