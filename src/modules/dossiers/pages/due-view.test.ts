import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Instant, instant } from '#kernel/instant.ts';
import { calendarDaysOf, WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { createWords } from '#platform/i18n/words.ts';
import type { Clock, Dossier, State } from '../rules/dossier.ts';
import { aFiling } from '../testing.ts';
import en from '../words/en.json' with { type: 'json' };
import vi from '../words/vi.json' with { type: 'json' };
import { dueView } from './due-view.ts';

const t = createWords({ dossiers: { vi, en } })('vi');
const calendar = new WorkCalendar(calendarDaysOf(JSON.parse(readFileSync('db/seeds/calendar.json', 'utf8'))));
const receivedAt = instant('2022-07-18T08:00');
const dueAt = instant('2022-07-21T17:00');

function viewOf(clock: Clock['state'], state: State, endedAt: Instant | null) {
  const standing = { ...{ remaining: null, stoppedAt: null, pauses: [], promised: false }, certain: true };
  const dossier = {
    ...{ state, receivedAt, endedAt, firstDueAt: dueAt, appointedAt: null, filing: aFiling() },
    clock: { ...standing, state: clock, countsFrom: receivedAt, dueAt, committedAt: null },
  };
  return dueView(t, dossier as unknown as Dossier, calendar, instant('2022-07-20T09:00'));
}

test.each<[State, string, string]>([
  ['decided', '2022-07-20T16:00', 'trước hạn'],
  ['returned', '2022-07-21T19:00', 'đúng hạn'],
  ['decided', '2022-07-22T07:10', 'quá hạn'],
  ['withdrawn', '2022-07-25T09:00', 'đúng hạn'],
])('%s at %s is called %s, as it is counted', (state, endedAt, word) => {
  const view = viewOf('ended', state, instant(endedAt));
  expect([view.lines, view.late]).toEqual([[word], word === 'quá hạn']);
});

test('days are counted on for what still runs, not for what has ended', () => {
  expect(viewOf('running', 'in-progress', null).today).toEqual({ n: 2, total: 3 });
  expect(viewOf('ended', 'decided', instant('2022-07-19T16:00')).today).toBeNull();
});
