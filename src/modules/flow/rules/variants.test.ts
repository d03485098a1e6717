import fc from 'fast-check';
import { expect, test } from 'vitest';
import { againstDesign, isAsDesigned } from './against-design.ts';
import { flowOfSteps, passagesOf } from './flow-of-steps.ts';
import { quantile, variantsOf } from './variants.ts';

const design = ['a', 'b', 'c', 'd'];
const code = fc.constantFrom('a', 'b', 'c', 'd', 'x', 'y');
const moves = fc.array(code, { maxLength: 7 });
const traces = fc.array(fc.record({ moves, minutes: fc.nat(10_000) }), { maxLength: 60 });
const ways = fc.array(fc.array(fc.record({ code, minutes: fc.nat(500) }), { maxLength: 7 }), {
  maxLength: 30,
});

test('counts of variants sum to the whole; the same way is the same variant, another way another', () => {
  fc.assert(
    fc.property(traces, (all) => {
      const variants = variantsOf(all);
      expect(variants.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      const names = variants.map((one) => one.moves.join());
      expect(new Set(names).size).toBe(names.length);
      for (const variant of variants)
        expect(all.filter((one) => one.moves.join() === variant.moves.join())).toHaveLength(variant.count);
      expect(variantsOf([...all].reverse())).toEqual(variants);
      for (const [i, { count }] of variants.entries())
        expect(count).toBeLessThanOrEqual(variants[i - 1]?.count ?? count);
    }),
  );
});

test('half took no longer than the median, nine of ten no longer than p90', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 50 }), (values) => {
      const sorted = [...values].sort((a, b) => a - b);
      for (const part of [0.5, 0.9]) {
        const q = quantile(sorted, part);
        expect(sorted).toContain(q);
        expect(sorted.filter((one) => one <= q).length).toBeGreaterThanOrEqual(part * sorted.length);
        expect(sorted.filter((one) => one < q).length).toBeLessThan(part * sorted.length);
      }
    }),
  );
  expect(quantile([], 0.5)).toBe(0);
});

test('the design itself deviates in nothing; leaving out, adding, repeating, turning round is each named', () => {
  expect(isAsDesigned(againstDesign(design, design))).toBe(true);
  expect(againstDesign(design, ['a', 'c', 'x', 'd', 'x'])).toEqual({
    skipped: ['b'],
    again: [],
    added: ['x'],
    late: [],
  });
  expect(againstDesign(design, ['a', 'c', 'b', 'c', 'd'])).toEqual({
    skipped: [],
    again: ['c'],
    added: [],
    late: ['b'],
  });
});

test('what would have come after an early end was not skipped, what should have come before was', () => {
  expect(againstDesign(design, ['a', 'c', 'x'], ['x'])).toMatchObject({ skipped: ['b'], added: ['x'] });
  expect(againstDesign(design, ['a', 'x', 'c'], ['x'])).toMatchObject({ skipped: ['b', 'd'] });
});

test('nothing but the design is without deviation', () => {
  fc.assert(
    fc.property(moves, (way) => {
      expect(isAsDesigned(againstDesign(design, way))).toBe(way.join() === design.join());
      const { skipped, added } = againstDesign(design, way);
      expect(skipped.length + new Set(way.filter((one) => design.includes(one))).size).toBe(design.length);
      expect(new Set([...design.filter((one) => !skipped.includes(one)), ...added])).toEqual(new Set(way));
    }),
  );
});

test('steps done once and steps done again sum to all that was done; so do the passages between them', () => {
  fc.assert(
    fc.property(ways, (all) => {
      const lines = flowOfSteps([...design, 'x', 'y'], all);
      const done = all.flat();
      for (const line of lines) {
        expect(line.passed + line.again).toBe(done.filter((move) => move.code === line.code).length);
        expect(line.passed).toBeLessThanOrEqual(all.length);
        expect(line.median).toBeLessThanOrEqual(line.p90);
      }
      const ofDesign = all
        .map((way) => way.filter((move) => design.includes(move.code)))
        .filter((way) => way.length > 0);
      const passages = passagesOf(design, all).reduce((sum, { count }) => sum + count, 0);
      expect(passages).toBe(ofDesign.flat().length - ofDesign.length);
    }),
  );
});
