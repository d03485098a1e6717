import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { someMoment } from '#kernel/working-time/testing.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { awayBetween } from './away.ts';

const calendar = new WorkCalendar({
  days: [{ date: civilDate('2022-04-11'), kind: 'holiday', checked: true }],
  knownFrom: civilDate('2022-01-01'),
  knownUntil: civilDate('2022-12-31'),
});
const both = (legal: string, machine = legal) => ({ legalNow: instant(legal), machineNow: instant(machine) });
const away = (from: string, to: string) => awayBetween(calendar, both(from), both(to));

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

test('a legal clock that was set three days forward is no absence; an absence of an hour across it is one of an hour', () => {
  const seen = both('2022-07-25T08:00:00', '2026-11-26T14:00:00');
  expect(awayBetween(calendar, seen, both('2022-07-28T08:01:00', '2026-11-26T14:01:00'))).toBeNull();
  expect(awayBetween(calendar, seen, both('2022-07-28T09:00:00', '2026-11-26T15:00:00'))).toMatchObject({
    from: '2022-07-28T08:00:00+07:00',
    to: '2022-07-28T09:00:00+07:00',
  });
});

test('a clock of the machine that was set forward is none either, nor one that was set back', () => {
  const seen = both('2022-07-25T08:00:00', '2026-11-26T14:00:00');
  expect(awayBetween(calendar, seen, both('2022-07-25T08:01:00', '2026-12-26T14:00:00'))).toBeNull();
  expect(awayBetween(calendar, seen, both('2022-07-25T10:00:00', '2026-11-26T13:00:00'))).toBeNull();
});

test('it never begins before it was seen, nor lasts longer than either clock says', () => {
  fc.assert(
    fc.property(someMoment, someMoment, fc.integer({ min: 0, max: 10_000 }), (a, b, minutes) => {
      const [seen, now] = [a, b].sort() as [Instant, Instant];
      const machine = new Date(Date.parse('2026-11-26T00:00:00Z') + minutes * 60_000).toISOString();
      const found = awayBetween(
        calendar,
        { legalNow: seen, machineNow: instant('2026-11-26T07:00:00') },
        { legalNow: now, machineNow: instant(`${machine.slice(0, 19)}Z`) },
      );
      if (!found) return;
      expect(found.from >= seen).toBe(true);
      expect(Date.parse(now) - Date.parse(found.from)).toBeLessThanOrEqual(minutes * 60_000);
    }),
  );
});
