import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantOfMs } from '#kernel/instant.ts';
import { cursorText, readCursor } from './list-cursor.ts';

const cursor = fc.record({
  rank: fc.nat(7),
  at: fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instantOfMs)),
  id: fc.uuid(),
});

it('a cursor comes back from the address as it went in', () => {
  fc.assert(
    fc.property(cursor, (one) => {
      expect(readCursor(cursorText(one))).toEqual(one);
    }),
  );
});

it.each([
  '',
  'x',
  '0__',
  "0_2022-07-28T17:00:00+07:00_' or 1=1",
  '0_2022-99-99T17:00:00+07:00_00000000-0000-7000-8000-000000000001',
  '9__00000000-0000-7000-8000-000000000001',
  '0_infinity_00000000-0000-7000-8000-000000000001',
  `0__${'-'.repeat(36)}`,
])('what nobody here has written begins at the beginning: %s', (text) => {
  expect(readCursor(text)).toBeNull();
});

it('any text is read without an error', () => {
  fc.assert(fc.property(fc.string(), (text) => readCursor(text) === null));
});
