import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { isAlive } from './session-life.ts';

const at = (time: string) => instant(`2026-11-24T${time}`);
const session = {
  createdAt: at('08:00:00'),
  lastSeenAt: at('10:00:00'),
  endedAt: null,
  administration: false,
  halfWay: false,
};

test.each([
  ['business, 14:59 idle', {}, '10:14:59', true],
  ['business, 15:00 idle', {}, '10:15:00', false],
  ['administration, 4:59 idle', { administration: true }, '10:04:59', true],
  ['administration, 5:00 idle', { administration: true }, '10:05:00', false],
  ['always busy, but twelve hours', { lastSeenAt: at('19:59:50') }, '20:00:00', false],
  ['signed out', { endedAt: at('10:01:00') }, '10:02:00', false],
  ['waiting for the code, 4 minutes', { halfWay: true, lastSeenAt: at('08:00:00') }, '08:04:00', true],
  ['waiting for the code, 5 minutes', { halfWay: true, lastSeenAt: at('08:04:59') }, '08:05:00', false],
] as const)('%s', (_name, change, now, alive) => {
  expect(isAlive({ ...session, ...change }, at(now))).toBe(alive);
});
