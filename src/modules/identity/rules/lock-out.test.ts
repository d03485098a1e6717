import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { lockedUntil, minutesUntil, WRONG_TRIES_OF_ADDRESS } from './lock-out.ts';

const start = instant('2026-11-24T08:00:00');
const after = (seconds: number): Instant => instantOfMs(msOfInstant(start) + seconds * 1000);
const five = [0, 10, 20, 30, 40].map(after);

test('the fifth wrong try locks for fifteen minutes, then the lock ends by itself', () => {
  expect(lockedUntil(five.slice(0, 4), after(41))).toBeNull();
  expect(lockedUntil(five, after(41))).toBe(after(940));
  expect(lockedUntil(five, after(939))).toBe(after(940));
  expect(lockedUntil(five, after(940))).toBeNull();
});

test('an address takes many more: a whole office stands behind it', () => {
  const tries = Array.from({ length: WRONG_TRIES_OF_ADDRESS }, (_, index) => after(index));
  const now = after(WRONG_TRIES_OF_ADDRESS);
  expect(lockedUntil(tries.slice(1), now, WRONG_TRIES_OF_ADDRESS)).toBeNull();
  expect(lockedUntil(tries, now, WRONG_TRIES_OF_ADDRESS)).toBe(after(WRONG_TRIES_OF_ADDRESS - 1 + 900));
});

test('one more wrong try after the lock does not lock again at once', () => {
  expect(lockedUntil([...five, after(1000)], after(1001))).toBeNull();
});

test('slow tries never lock: fewer than five in any fifteen minutes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 226, max: 5000 }), { maxLength: 20 }), (gaps) => {
      let at = 0;
      const tries = gaps.map((gap) => {
        at += gap;
        return after(at);
      });
      expect(lockedUntil(tries, tries.at(-1) ?? start)).toBeNull();
    }),
  );
});

test('minutes are rounded up', () => {
  expect(minutesUntil(after(61), start)).toBe(2);
  expect(minutesUntil(after(0), start)).toBe(1);
});
