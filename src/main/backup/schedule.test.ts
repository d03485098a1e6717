import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, instant, instantOfMs } from '#kernel/instant.ts';
import { backupAge, isBackupDue } from './schedule.ts';

const at = (text: string) => instant(text);
const whole = (text: string) => ({ lastTry: at(text), lastWhole: at(text) });
const failed = (text: string) => ({ lastTry: at(text), lastWhole: null });

describe('the daily backup at 18:30', () => {
  test.each([
    ['none yet: at once', '2026-11-25T10:00', { lastTry: null, lastWhole: null }, true],
    ['a minute before', '2026-11-25T18:29', whole('2026-11-24T18:30'), false],
    ['the minute', '2026-11-25T18:30', whole('2026-11-24T18:30'), true],
    ['made today', '2026-11-25T18:31', whole('2026-11-25T18:30'), false],
    ['made by hand in the afternoon', '2026-11-25T18:30', whole('2026-11-25T15:00'), true],
    ['the machine was off in the evening', '2026-11-26T07:00', whole('2026-11-24T18:30'), true],
    ['and then it is made', '2026-11-26T07:01', whole('2026-11-26T07:00'), false],
    ['failed half an hour ago', '2026-11-25T19:00', failed('2026-11-25T18:30'), false],
    ['failed an hour ago', '2026-11-25T19:30', failed('2026-11-25T18:30'), true],
    ['whole a moment before it is due again', '2026-11-25T18:30', whole('2026-11-25T18:00'), true],
  ])('%s', (_, now, tries, due) => {
    expect(isBackupDue('18:30', at(now), tries)).toBe(due);
  });

  test('tried every minute, one that always succeeds is made once a day', () => {
    const minutes = fc.integer({ min: 0, max: 23 * 60 + 59 });
    fc.assert(
      fc.property(minutes, minutes, (hour, begin) => {
        const time = instantOfMs(Date.parse('2026-11-25T00:00+07:00') + hour * 60_000).slice(11, 16);
        const made: Instant[] = [];
        const start = Date.parse('2026-11-20T00:00+07:00') + begin * 60_000;
        for (let minute = 0; minute < 3 * 1440; minute += 1) {
          const now = instantOfMs(start + minute * 60_000);
          const last = made.at(-1) ?? null;
          if (isBackupDue(time, now, { lastTry: last, lastWhole: last })) made.push(now);
        }
        expect(made.slice(1).map((one) => one.slice(11, 16))).toEqual(made.slice(1).map(() => time));
        expect([3, 4]).toContain(made.length);
      }),
      { numRuns: 20 },
    );
  });
});

test.each([
  [null, false, 'none'],
  [null, true, 'running'],
  ['2026-11-24T18:30', false, 'fresh'],
  ['2026-11-24T18:29', false, 'old'],
  ['2026-11-24T18:29', true, 'running'],
])('a last one of %s, running: %s → %s', (last, running, age) => {
  expect(backupAge(last === null ? null : at(last), at('2026-11-25T18:30'), running)).toBe(age);
});
