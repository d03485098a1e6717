import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../civil-date.ts';
import type { Instant } from '../instant.ts';
import { type DueDate, dueDate } from './due-date.ts';
import type { Limit, Pause } from './limit.ts';
import { instantOfMinute, MINUTES_OF_DAY, minuteAtOrAfter, minuteOfInstant } from './local-minute.ts';
import { someCalendar, someCutoff, someLimit, someMoment, somePause, somePauses } from './testing.ts';
import type { WorkCalendar } from './work-calendar.ts';

const RUNS = { numRuns: 400 };
/** No due date yet is later than any. */
const order = (result: DueDate) => result.due ?? '9999';

const dossier = fc.record({
  calendar: someCalendar,
  received: someMoment,
  limit: someLimit,
  pauses: somePauses,
  cutoff: someCutoff,
});
type Dossier = typeof dossier extends fc.Arbitrary<infer T> ? T : never;
const ask = (d: Dossier) => dueDate(d.calendar, d);

describe('laws of due dates, for any calendar, hours and pauses', () => {
  it('a longer limit never gives an earlier due date', () => {
    fc.assert(
      fc.property(dossier, fc.nat(10), (d, more) => {
        const limit = { ...d.limit, value: d.limit.value + more };
        expect(order(ask({ ...d, limit })) >= order(ask(d))).toBe(true);
      }),
      RUNS,
    );
  });

  it('adding a pause never makes it earlier', () => {
    fc.assert(
      fc.property(dossier, somePause, (d, pause) => {
        expect(order(ask({ ...d, pauses: [...d.pauses, pause] })) >= order(ask(d))).toBe(true);
      }),
      RUNS,
    );
  });

  it('a later receipt never gives an earlier one (months: without pauses)', () => {
    fc.assert(
      fc.property(dossier, someMoment, (d, other) => {
        const pauses = d.limit.unit === 'thang' ? [] : d.pauses;
        const [first, second] = [d.received, other].sort() as [Instant, Instant];
        const due = (received: Instant) => order(ask({ ...d, pauses, received }));
        expect(due(second) >= due(first)).toBe(true);
      }),
      RUNS,
    );
  });

  it('a due moment is inside or at the end of office hours of a counting day', () => {
    fc.assert(
      fc.property(dossier, (d) => {
        const { due } = ask(d);
        if (due === null) return;
        const day = dayNumber(due);
        const time = minuteOfInstant(due) - day * MINUTES_OF_DAY;
        // 24:00 of a counting day is written 00:00 of the next.
        const inside = (on: number, at: number) =>
          d.calendar.counts(on) &&
          d.calendar.hoursOn(on).spans.some((span) => at >= span.from && at <= span.to);
        expect(inside(day, time) || (time === 0 && inside(day - 1, MINUTES_OF_DAY))).toBe(true);
      }),
      RUNS,
    );
  });

  it('the derivation replays to the same date', () => {
    fc.assert(
      fc.property(dossier, (d) => {
        const result = ask(d);
        if (result.due === null) return;
        const last = replay(d.calendar, d.limit, result);
        expect(instantOfMinute(last)).toBe(result.due);
      }),
      RUNS,
    );
  });

  it('the derivation has every day once, in order, from day 0 on', () => {
    fc.assert(
      fc.property(dossier, (d) => {
        const result = ask(d);
        const first = dayNumber(result.effectiveReceipt);
        expect(result.derivation.map((day) => dayNumber(day.date))).toEqual(
          result.derivation.map((_, index) => first + index),
        );
      }),
      RUNS,
    );
  });

  it('splitting a pause in two touching pauses changes nothing', () => {
    fc.assert(
      fc.property(dossier, somePause, fc.nat(40 * MINUTES_OF_DAY), (d, pause, after) => {
        const cut = instantOfMinute(minuteAtOrAfter(pause.from) + after);
        if (pause.to !== null && cut > pause.to) return;
        const halves: Pause[] = [
          { from: pause.from, to: cut },
          { from: cut, to: pause.to },
        ];
        const whole = ask({ ...d, pauses: [...d.pauses, pause] });
        const split = ask({ ...d, pauses: [...halves, ...d.pauses] });
        expect({ ...split, movedBy: [] }).toEqual({ ...whole, movedBy: [] });
      }),
      RUNS,
    );
  });

  it('names the pauses that moved it: the others may be left out', () => {
    fc.assert(
      fc.property(dossier, (d) => {
        const result = ask(d);
        expect(ask({ ...d, pauses: [...result.movedBy] })).toEqual(result);
        if (result.movedBy.length > 0) expect(result.basis.map((one) => one.rule)).toContain('suspended');
      }),
      RUNS,
    );
  });

  it('has either a due date or a remaining amount, which only an endless pause leaves', () => {
    fc.assert(
      fc.property(dossier, (d) => {
        const result = ask(d);
        expect(result.due === null).toBe(result.remaining !== null);
        if (result.remaining) expect(d.pauses.some((pause) => pause.to === null)).toBe(true);
      }),
      RUNS,
    );
  });
});

/** Reads the derivation as a person at a counter would: count what counts, take the closing time of the end. */
function replay(calendar: WorkCalendar, limit: Limit, result: DueDate): number {
  const counted = result.derivation.filter((day) => day.counts);
  const last = dayNumber(result.derivation.at(-1)?.date ?? (result.effectiveReceipt.slice(0, 10) as never));
  if (limit.unit === 'gio') {
    const total = result.derivation.reduce((sum, day) => sum + (day.minutes ?? 0), 0);
    expect(total).toBe((limit.value ?? 0) * 60);
    const due = minuteOfInstant(result.due as Instant);
    expect(Math.floor((total > 0 ? due - 1 : due) / MINUTES_OF_DAY)).toBe(last);
    return due;
  }
  if (limit.unit === 'ngay_lam_viec' || limit.unit === 'ngay') expect(counted).toHaveLength(limit.value ?? 0);
  if (limit.unit === 'trong_ngay') expect(counted.length).toBe(result.derivation.length > 1 ? 1 : 0);
  return last * MINUTES_OF_DAY + calendar.hoursOn(last).closing;
}
