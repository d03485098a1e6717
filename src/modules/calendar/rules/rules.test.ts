import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { checkDayChange } from './day-change.ts';
import { checkHoursFrom, mayChangeHours } from './hours-change.ts';
import { parseSpans, spansInWords } from './spans.ts';

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? true : outcome.refusal.code);
const day = (text: string) => civilDate(text);

test.each([
  ['07:00-11:30, 13:30-17:00', '07:00–11:30, 13:30–17:00'],
  ['7h-11h30; 13h30 – 17h', '07:00–11:30, 13:30–17:00'],
  ['8-12', '08:00–12:00'],
  ['', ''],
  ['sáng', 'calendar/hours-unreadable'],
  ['07:00-24:30', 'calendar/hours-unreadable'],
  ['07:60-11:00', 'calendar/hours-unreadable'],
  ['11:30-07:00', 'calendar/hours-out-of-order'],
  ['07:00-11:30, 11:00-17:00', 'calendar/hours-out-of-order'],
  ['1-2,3-4,5-6,7-8,9-10', 'calendar/hours-unreadable'],
])('hours typed as "%s"', (text, answer) => {
  const spans = parseSpans(text, 'gio');
  expect(spans.ok ? spansInWords(spans.value) : spans.refusal.code).toBe(answer);
});

test('hours as they are written are read again as the same', () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 8 });
  const time = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(minutes, (all) => {
      const sorted = [...all].sort((a, b) => a - b).map(time);
      const spans = sorted.flatMap((from, i) => {
        const to = sorted[i + 1];
        return i % 2 === 0 && to ? [[from, to] as const] : [];
      });
      expect(parseSpans(spansInWords(spans), 'gio')).toEqual({ ok: true, value: spans });
    }),
  );
});

test.each([
  ['2022-09-02', 'holiday', null, false, true],
  ['2022-07-22', 'holiday', null, false, 'calendar/day-is-over'],
  ['2022-09-03', 'swapped-work', '2022-09-01', false, true],
  ['2022-09-01', 'swapped-work', null, false, 'calendar/day-kind-weekday'],
  ['2022-09-03', 'swapped-off', null, false, 'calendar/day-kind-weekday'],
  ['2022-09-01', 'swapped-off', '2022-09-01', false, 'calendar/swapped-with-itself'],
  ['2022-09-01', 'ordinary', null, false, 'calendar/ordinary-already'],
  ['2022-09-01', 'ordinary', null, true, true],
  ['2027-12-31', 'holiday', null, false, true],
  ['2028-01-01', 'holiday', null, false, 'calendar/day-too-far'],
] as const)('%s becomes %s', (date, kind, swapped, special, answer) => {
  const change = { date: day(date), kind, swappedWith: swapped && day(swapped) };
  expect(codeOf(checkDayChange(change, day('2022-07-25'), special))).toBe(answer);
});

test('first hours may have begun before, later ones not', () => {
  expect(checkHoursFrom(day('2022-01-01'), day('2022-07-25'), false).ok).toBe(true);
  expect(codeOf(checkHoursFrom(day('2022-07-24'), day('2022-07-25'), true))).toBe(
    'calendar/hours-in-the-past',
  );
  expect(checkHoursFrom(day('2022-07-25'), day('2022-07-25'), true).ok).toBe(true);
});

test('a calendar manager changes the hours of her own agency only', () => {
  const who = (role: Actor['posts'][number]['role']): Actor => ({
    accountId: 'a',
    personId: 'p',
    name: 'An',
    posts: [{ id: 'c', role, title: '', officeId: 'o', officeName: '', agencyId: 'mine', leads: false }],
  });
  const may = (role: Actor['posts'][number]['role']) =>
    ['mine', 'theirs', null].map((id) => mayChangeHours(who(role), id));
  expect(may('calendar-manager')).toEqual([true, false, false]);
  expect(may('system-administrator')).toEqual([true, true, true]);
  expect(may('one-stop-head')).toEqual([false, false, false]);
});
