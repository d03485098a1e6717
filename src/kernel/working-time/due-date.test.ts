import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatCivilDate } from '../civil-date.ts';
import { type DueDateQuestion, dueDate } from './due-date.ts';
import type { LimitUnit } from './limit.ts';
import type { WrittenSpan } from './office-hours.ts';
import { anInstant } from './testing.ts';
import { type CalendarFile, calendarDaysOf, WorkCalendar } from './work-calendar.ts';

const file = JSON.parse(readFileSync('db/seeds/calendar.json', 'utf8')) as CalendarFile;
const days = calendarDaysOf(file);
const calendar = new WorkCalendar(days);

interface Case extends DueDateQuestion {
  readonly id: string;
  readonly hours?: readonly WrittenSpan[];
  readonly due: string | null;
  readonly remaining?: unknown;
}

const cases = readFileSync(new URL('./deadline-cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

function ask(received: string, value: number | null, unit: LimitUnit, more: Partial<DueDateQuestion> = {}) {
  return dueDate(calendar, { received: anInstant(received), limit: { value, unit }, ...more });
}

const why = (result: ReturnType<typeof ask>) =>
  result.derivation.map((day) => `${formatCivilDate(day.date).slice(0, 5)} ${day.why}`);

describe('the 600 cases computed by an independent program', () => {
  it('has all of them', () => expect(cases).toHaveLength(600));

  it.each(cases)('$id', (one) => {
    const own = one.hours
      ? new WorkCalendar({ ...days, hours: [{ validFrom: null, validTo: null, spans: one.hours }] })
      : calendar;
    const result = dueDate(own, one);
    expect([result.due, result.remaining]).toEqual([one.due, one.remaining ?? null]);
  });
});

describe('the test vectors of regulation.md §3.3', () => {
  it.each([
    ['2022-04-08T09:00:00+07:00', 3, 'ngay_lam_viec', '14/04/2022'],
    ['2022-04-29T14:00:00+07:00', 1, 'ngay_lam_viec', '04/05/2022'],
    ['2022-07-28T16:00:00+07:00', 1, 'trong_ngay', '29/07/2022'],
    ['2022-08-31T10:00:00+07:00', 2, 'ngay_lam_viec', '06/09/2022'],
    ['2022-08-01T08:00:00+07:00', 20, 'ngay', '22/08/2022'],
  ] as const)('%s + %d %s = %s', (received, value, unit, expected) => {
    const due = ask(received, value, unit).due;
    expect(due && [formatCivilDate(due.slice(0, 10) as never), due.slice(11, 16)]).toEqual([
      expected,
      '17:00',
    ]);
  });
});

describe('the derivation', () => {
  it('names each day of the walk', () => {
    expect(why(ask('2022-07-18T15:20:00+07:00', 3, 'ngay_lam_viec'))).toEqual([
      '18/07 day-0',
      '19/07 counted',
      '20/07 counted',
      '21/07 counted',
    ]);
    expect(why(ask('2022-04-28T15:00:00+07:00', 2, 'ngay_lam_viec'))).toEqual([
      '28/04 day-0',
      '29/04 counted',
      '30/04 holiday',
      '01/05 holiday',
      '02/05 holiday',
      '03/05 holiday',
      '04/05 counted',
    ]);
  });

  it('says that the end of calendar days was rolled', () => {
    expect(why(ask('2022-08-18T08:00:00+07:00', 2, 'ngay'))).toEqual([
      '18/08 day-0',
      '19/08 counted',
      '20/08 counted',
      '21/08 weekend',
      '22/08 rolled',
    ]);
  });

  it('counts a Saturday worked in exchange, and says when the cut-off is passed', () => {
    expect(why(ask('2019-01-04T15:00:00+07:00', 1, 'trong_ngay'))).toEqual([
      '04/01 after-cutoff',
      '05/01 swapped-work',
    ]);
  });

  it('gives the office minutes each day of a limit in hours consumed', () => {
    const result = ask('2022-07-22T16:00:00+07:00', 4, 'gio');
    expect(result.due).toBe('2022-07-25T10:00:00+07:00');
    expect(result.derivation).toEqual([
      { date: '2022-07-22', counts: true, why: 'day-0', minutes: 60 },
      { date: '2022-07-23', counts: false, why: 'weekend', minutes: 0 },
      { date: '2022-07-24', counts: false, why: 'weekend', minutes: 0 },
      { date: '2022-07-25', counts: true, why: 'counted', minutes: 180 },
    ]);
  });

  it('carries the law of the rules that were applied', () => {
    const rules = (result: ReturnType<typeof ask>) => result.basis.map((basis) => basis.rule);
    expect(rules(ask('2022-08-18T08:00:00+07:00', 2, 'ngay'))).toEqual([
      'calendar-days',
      'first-day-not-counted',
      'weekends',
      'rolled-to-working-day',
    ]);
    const restart = anInstant('2022-07-20T08:00:00+07:00');
    const restarted = ask('2022-07-18T08:00:00+07:00', 1, 'ngay_lam_viec', { restart });
    expect(restarted.basis.find((basis) => basis.rule === 'restart')?.basis).toContain('61/2018');
  });

  it('cites no decree that is no longer in force', () => {
    const restart = anInstant('2025-07-01T08:00:00+07:00');
    const after = ask('2025-06-27T08:00:00+07:00', 3, 'ngay_lam_viec', { restart });
    const said = after.basis.map(({ basis }) => basis).join('; ');
    expect(said).toContain('118/2025');
    expect(said).not.toContain('61/2018');
    const before = ask('2025-06-30T08:00:00+07:00', 3, 'ngay_lam_viec');
    expect(before.basis.map(({ basis }) => basis).join('; ')).toContain('61/2018');
  });
});

describe('certainty', () => {
  it('is lost by an unchecked day on the way, and beyond the years with a notice', () => {
    expect(ask('2025-04-21T08:00:00+07:00', 3, 'ngay_lam_viec').certain).toBe(true);
    expect(ask('2025-04-25T08:00:00+07:00', 3, 'ngay_lam_viec').certain).toBe(false);
    expect(ask('2026-12-30T08:00:00+07:00', 1, 'ngay_lam_viec').certain).toBe(true);
    expect(ask('2026-12-30T08:00:00+07:00', 2, 'ngay_lam_viec').certain).toBe(false);
  });

  it('looks from the day of receipt, not only from day 0', () => {
    expect(ask('2025-04-26T18:00:00+07:00', 1, 'trong_ngay').certain).toBe(false);
  });
});

describe('refusals', () => {
  it('has no due date without a limit', () => {
    expect(ask('2022-07-18T08:00:00+07:00', null, 'ngay')).toMatchObject({ due: null, remaining: null });
  });

  it.each([-1, 1.5, Number.NaN])('throws on a limit of %d', (value) => {
    expect(() => ask('2022-07-18T08:00:00+07:00', value, 'ngay')).toThrow(RangeError);
  });

  it('throws instead of walking for ever', () => {
    expect(() => ask('2022-07-18T08:00:00+07:00', 1e12, 'ngay_lam_viec')).toThrow(/two hundred years/);
  });
});
