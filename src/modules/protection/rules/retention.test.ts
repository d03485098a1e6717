import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate } from '#kernel/civil-date.ts';
import { keepingOf, mayErase } from './retention.ts';

const closed = { number: '000.00.11.H20-220725-0001', closedOn: civilDate('2022-07-28'), erased: false };
const today = civilDate('2026-11-25');

test('kept to the last day of the last year, over the day after', () => {
  expect(keepingOf(closed, 10, today)).toEqual({ kind: 'kept', until: '2032-12-31' });
  expect(keepingOf(closed, 4, civilDate('2026-12-31')).kind).toBe('kept');
  expect(keepingOf(closed, 4, civilDate('2027-01-01'))).toEqual({ kind: 'over', until: '2026-12-31' });
});

test('what is open, was never accepted, has no period, or is erased says so', () => {
  expect(keepingOf({ ...closed, closedOn: null }, 10, today).kind).toBe('open');
  expect(keepingOf({ ...closed, number: null }, 10, today).kind).toBe('not-archived');
  expect(keepingOf(closed, null, today).kind).toBe('no-period');
  expect(keepingOf({ ...closed, erased: true }, 10, today).kind).toBe('erased');
  for (const kind of ['open', 'erased'] as const) expect(mayErase({ kind })).toBe(false);
  expect(mayErase(keepingOf(closed, 10, today))).toBe(true);
});

test('never shorter than the period counted from the day it was closed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 100 }), (day, years) => {
      const closedOn = addDays(civilDate('2000-01-01'), day);
      const atLeast = `${Number(closedOn.slice(0, 4)) + years}${closedOn.slice(4)}`;
      const keeping = keepingOf({ ...closed, closedOn }, years, today);
      return 'until' in keeping && keeping.until >= atLeast;
    }),
  );
});
