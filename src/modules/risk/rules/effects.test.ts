import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectsOf, shrunk } from './effects.ts';
import { seeded } from './scores.ts';

function drawn(size: number, seed: number, odds: (group: number) => number) {
  const next = seeded(seed);
  return Array.from({ length: size }, (_, n) => {
    const group = n % 6;
    const p = 1 / (1 + Math.exp(2 - odds(group)));
    return { group, together: String(Math.floor(n / 40)), said: 1 / (1 + Math.exp(2)), came: next() < p };
  });
}

test('law: a shrunk figure lies between the own one and nothing', () => {
  const positive = fc.double({ min: 0, max: 10, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), positive, positive, (own, between, noise) => {
      const found = shrunk(own, { between, variance: noise + 1e-9 });
      expect(Math.abs(found)).toBeLessThanOrEqual(Math.abs(own));
      expect(found * own).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('where groups differ no more than by chance, there is no effect at all', () => {
  const found = Array.from({ length: 40 }, (_, seed) => effectsOf(drawn(1_200, seed, () => 0)).size);
  expect(found.filter((size) => size > 0).length).toBeLessThanOrEqual(2);
});

test('an effect that is there is found, and shrunk', () => {
  const effects = effectsOf(drawn(6_000, 5, (group) => (group === 2 ? 1 : 0)));
  expect(effects.get(2)).toBeGreaterThan(0.4);
  expect(effects.get(2)).toBeLessThan(1.3);
  for (const group of [0, 1, 3, 4, 5]) expect(effects.get(group)).toBeLessThan(0.1);
});

test('one bad day is no season: what came together counts as one', () => {
  const quiet = drawn(2_400, 9, () => -1);
  const bad = quiet.map((one, n) =>
    one.group === 2 && n < 240 ? { ...one, together: 'x', came: true } : one,
  );
  expect(effectsOf(bad).get(2) ?? 0).toBeLessThan(0.4);
});

test('of nothing nothing is found', () => {
  expect(effectsOf([])).toEqual(new Map());
});
