import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { awayBetween } from './away.ts';

const calendar = new WorkCalendar({
  days: [{ date: civilDate('2022-04-11'), kind: 'holiday', checked: true }],
  knownFrom: civilDate('2022-01-01'),
  knownUntil: civilDate('2022-12-31'),
});
const away = (from: string, to: string) => awayBetween(calendar, instant(from), instant(to));

test.each([
  ['a minute', '2022-07-25T08:00:00', '2022-07-25T08:01:00'],
  ['29 office minutes', '2022-07-25T08:00:00', '2022-07-25T08:29:00'],
  ['a lunch break', '2022-07-25T11:29:00', '2022-07-25T13:31:00'],
  ['a night', '2022-07-25T17:00:00', '2022-07-26T07:10:00'],
  ['a weekend with its holiday', '2022-04-08T17:00:00', '2022-04-12T07:00:00'],
  ['no time at all', '2022-07-25T08:00:00', '2022-07-25T08:00:00'],
])('%s is no incident', (_, from, to) => {
  expect(away(from, to)).toBeNull();
});

test('half an office hour is one, from when it was seen last until now', () => {
  expect(away('2022-07-25T08:00:00', '2022-07-25T08:30:00')).toEqual({
    system: 'software',
    from: '2022-07-25T08:00:00+07:00',
    to: '2022-07-25T08:30:00+07:00',
    officeIds: null,
    what: 'program-away',
  });
  expect(away('2022-07-25T16:50:00', '2022-07-26T07:20:00')).not.toBeNull();
});
