import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from './seeded.ts';

const drawn = (seed: string, lengths: readonly number[]) => {
  const random = seededRandom(seed);
  return lengths.map((length) => Buffer.from(random.bytes(length)).toString('hex'));
};

test('the same seed gives the same bytes, whatever pieces they are drawn in; another seed others', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.nat(64), { maxLength: 10 }), (seed, lengths) => {
      const whole = lengths.reduce((sum, length) => sum + length, 0);
      expect(drawn(seed, lengths).join('')).toBe(drawn(seed, [whole])[0]);
    }),
  );
  expect(drawn('a', [16])).not.toEqual(drawn('b', [16]));
  expect(seededRandom('a').uuid(0)).toBe(seededRandom('a').uuid(0));
});
