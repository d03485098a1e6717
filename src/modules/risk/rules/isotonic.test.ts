import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onCurve, risingCurve } from './isotonic.ts';

const judged = fc.array(
  fc.record({ score: fc.double({ min: -5, max: 5, noNaN: true }), came: fc.boolean() }),
  {
    maxLength: 300,
  },
);
const lean = { expected: () => 0.3, weight: 2 };

test('law: it never falls, and every value is a probability', () => {
  fc.assert(
    fc.property(judged, fc.integer({ min: 1, max: 40 }), (all, least) => {
      const curve = risingCurve(all, least, lean);
      if (!curve) return;
      const said = Array.from({ length: 41 }, (_, n) => onCurve(curve, n / 4 - 5));
      for (const [n, value] of said.entries()) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (n > 0) expect(value).toBeGreaterThanOrEqual(said[n - 1] ?? 0);
      }
    }),
  );
});

test('what falls is pooled; what rises is kept', () => {
  const of = (score: number, came: number, n: number) =>
    Array.from({ length: n }, (_, i) => ({ score, came: i < came }));
  const none = { expected: () => 0, weight: 0 };
  const curve = risingCurve([...of(1, 3, 10), ...of(2, 1, 10), ...of(3, 9, 10)], 1, none);
  expect(curve).toEqual({ at: [1.5, 3], value: [0.2, 0.9] });
  expect(onCurve(curve ?? { at: [], value: [] }, 2.25)).toBeCloseTo(0.55, 9);
});

test('one level says nothing that was not expected', () => {
  expect(risingCurve([{ score: 1, came: true }], 20, lean)).toBeNull();
  expect(risingCurve([], 1, lean)).toBeNull();
});
