import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walSegments } from './wal-segments.ts';

const SIZE = 16 * 1024 * 1024;
const lsn = (bytes: bigint) => `${(bytes >> 32n).toString(16)}/${(bytes & 0xffff_ffffn).toString(16)}`;

test.each([
  ['0/2000028', '0/2000158', ['000000010000000000000002']],
  ['0/2000028', '0/3000000', ['000000010000000000000002']], // ends with the file
  ['0/2000028', '0/3000001', ['000000010000000000000002', '000000010000000000000003']],
  ['0/FF000028', '1/28', ['0000000100000000000000FF', '000000010000000100000000']],
  [
    'A/FE000000',
    'B/1000001',
    [
      '000000010000000A000000FE',
      '000000010000000A000000FF',
      '000000010000000B00000000',
      '000000010000000B00000001',
    ],
  ],
])('from %s to %s', (start, stop, names) => {
  expect(walSegments(1, start, stop, SIZE)).toEqual(names);
});

test('no byte between start and stop lies outside of the named files', () => {
  const place = fc.bigInt({ min: 1n, max: 1n << 45n });
  const sizes = fc.constantFrom(1, 16, 64, 1024).map((megabytes) => megabytes * 1024 * 1024);
  fc.assert(
    fc.property(place, fc.bigInt({ min: 1n, max: 1n << 30n }), sizes, (start, length, size) => {
      const names = walSegments(3, lsn(start), lsn(start + length), size);
      const numbers = names.map((name) => {
        const perFile = 0x1_0000_0000n / BigInt(size);
        return BigInt(`0x${name.slice(8, 16)}`) * perFile + BigInt(`0x${name.slice(16)}`);
      });
      expect(numbers[0]).toBe(start / BigInt(size));
      expect(numbers.at(-1)).toBe((start + length - 1n) / BigInt(size));
      for (const [index, number] of numbers.entries())
        expect(number).toBe((numbers[0] ?? 0n) + BigInt(index));
    }),
  );
});
