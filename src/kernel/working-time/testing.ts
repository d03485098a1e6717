import fc from 'fast-check';
import { addDays, type CivilDate, civilDate } from '../civil-date.ts';
import { type Instant, instant } from '../instant.ts';
import { type Limit, limitUnits, type Pause } from './limit.ts';
import { instantOfMinute, MINUTES_OF_DAY, timeOfMinutes } from './local-minute.ts';
import type { WrittenSpan } from './office-hours.ts';
import { type SpecialDay, WorkCalendar } from './work-calendar.ts';

/** Arbitrary calendars, hours and dossiers for the laws of due dates. All lie in the spring of 2022. */
const FIRST = civilDate('2022-01-01');
const DAYS = 150;
const FIRST_MINUTE = 18_993 * MINUTES_OF_DAY;

export function anInstant(text: string): Instant {
  return instant(text);
}

const special: fc.Arbitrary<SpecialDay> = fc.record({
  date: fc.nat(DAYS).map((day) => addDays(FIRST, day)),
  kind: fc.constantFrom('holiday' as const, 'swapped-off' as const, 'swapped-work' as const),
  checked: fc.boolean(),
});

export const someSpans: fc.Arbitrary<readonly WrittenSpan[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: MINUTES_OF_DAY }), { minLength: 2, maxLength: 6 })
  .map((times) => {
    const sorted = times.slice(0, times.length - (times.length % 2)).sort((a, b) => a - b);
    const spans: WrittenSpan[] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2)
      spans.push([timeOfMinutes(sorted[i] ?? 0), timeOfMinutes(sorted[i + 1] ?? 0)]);
    return spans;
  });

const dateOrNull: fc.Arbitrary<CivilDate | null> = fc.option(fc.nat(DAYS).map((day) => addDays(FIRST, day)));

export const someCalendar: fc.Arbitrary<WorkCalendar> = fc
  .record({
    days: fc.uniqueArray(special, { selector: (day) => day.date, maxLength: 60 }),
    knownUntil: fc.nat(DAYS).map((day) => addDays(FIRST, day)),
    hours: fc.array(fc.record({ validFrom: dateOrNull, validTo: dateOrNull, spans: someSpans }), {
      maxLength: 3,
    }),
  })
  .map((data) => new WorkCalendar({ ...data, knownFrom: FIRST }));

/** A minute of the first hundred days, with seconds. */
export const someMoment: fc.Arbitrary<Instant> = fc
  .tuple(fc.nat(100 * MINUTES_OF_DAY), fc.nat(59))
  .map(([minute, second]) => withSecond(minute, second));

function withSecond(minute: number, second: number): Instant {
  const whole = instantOfMinute(FIRST_MINUTE + minute);
  return `${whole.slice(0, 17)}${String(second).padStart(2, '0')}+07:00` as Instant;
}

export const somePause: fc.Arbitrary<Pause> = fc
  .tuple(fc.nat(100 * MINUTES_OF_DAY), fc.option(fc.nat(30 * MINUTES_OF_DAY), { freq: 6 }), fc.nat(59))
  .map(([from, length, second]) => ({
    from: withSecond(from, second),
    to: length === null ? null : withSecond(from + length, second),
  }));

export const somePauses = fc.array(somePause, { maxLength: 4 });

export const someLimit: fc.Arbitrary<Limit & { value: number }> = fc
  .record({ unit: fc.constantFrom(...limitUnits), value: fc.nat(40) })
  .map(({ unit, value }) => ({ unit, value: unit === 'thang' ? value % 5 : value }));

export const someCutoff = fc.option(fc.nat(MINUTES_OF_DAY - 1).map(timeOfMinutes));
