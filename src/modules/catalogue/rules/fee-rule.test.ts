import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedCatalogue } from '../testing.ts';
import { versionsOf } from './derive.ts';
import { type FeeSteps, flat, fullFee, reckonFee, sumOfFees } from './fee-rule.ts';

const copies: FeeSteps = {
  set: 'bản',
  steps: [
    { upTo: 2, amount: 2_000 },
    { upTo: null, amount: 1_000 },
  ],
  most: 200_000,
};

describe('a fee in steps', () => {
  test.each([
    [0, 1, 0],
    [1, 1, 2_000],
    [2, 1, 4_000],
    [3, 1, 5_000],
    [10, 3, 36_000],
    [197, 1, 199_000],
    [198, 1, 200_000],
    [5_000, 2, 400_000],
  ])('%i pages, %i copies cost %i đ', (quantity, sets, due) => {
    expect(fullFee(copies, { quantity, sets })).toBe(due);
  });

  test('is read from the note of the catalogue for certified copies', () => {
    const data = seedCatalogue();
    for (const code of ['2.000815', '2.000942']) {
      const written = data.procedures.find((one) => one.code === code);
      const [version] = written ? versionsOf(written, data.cases) : [];
      expect(version?.fees[0]).toMatchObject({ amount: 2_000, per: 'trang', steps: copies });
    }
  });
});

test('half a đồng is rounded for the one who pays', () => {
  const half = { percent: 50 };
  expect(reckonFee(flat(25), { quantity: 1, sets: 1 }, half)).toEqual({ full: 25, exempted: 13, due: 12 });
});

const anyRule = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
    amounts: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 4, maxLength: 4 }),
    most: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
  })
  .map(({ widths, amounts, most }): FeeSteps => {
    let upTo = 0;
    const steps = widths.map((width, index) => {
      upTo += width;
      return { upTo, amount: amounts[index] ?? 0 };
    });
    return { set: 'bản', most, steps: [...steps, { upTo: null, amount: amounts.at(-1) ?? 0 }] };
  });
const howMany = fc.record({
  quantity: fc.integer({ min: 0, max: 999 }),
  sets: fc.integer({ min: 0, max: 99 }),
});
const reduction = fc.option(fc.record({ percent: fc.integer({ min: 1, max: 100 }) }));

describe('laws', () => {
  test('never negative, never more exempted than asked for, never over the most', () => {
    fc.assert(
      fc.property(anyRule, howMany, reduction, (rule, many, less) => {
        const { full, exempted, due } = reckonFee(rule, many, less);
        expect(due).toBeGreaterThanOrEqual(0);
        expect(exempted).toBeGreaterThanOrEqual(0);
        expect(exempted).toBeLessThanOrEqual(full);
        expect(due + exempted).toBe(full);
        if (rule.most !== null) expect(full).toBeLessThanOrEqual(rule.most * many.sets);
        if (less?.percent === 100) expect(due).toBe(0);
      }),
    );
  });

  test('one more page never costs less; two sets cost twice one', () => {
    fc.assert(
      fc.property(anyRule, howMany, (rule, { quantity, sets }) => {
        const more = fullFee(rule, { quantity: quantity + 1, sets });
        expect(more).toBeGreaterThanOrEqual(fullFee(rule, { quantity, sets }));
        expect(fullFee(rule, { quantity, sets: 2 * sets })).toBe(2 * fullFee(rule, { quantity, sets }));
      }),
    );
  });

  test('the sum is the sum of its lines', () => {
    const line = fc
      .tuple(anyRule, howMany, reduction)
      .map(([rule, many, less]) => reckonFee(rule, many, less));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const sum = sumOfFees(lines);
        expect(sum.due).toBe(lines.reduce((total, { due }) => total + due, 0));
        expect(sum.due).toBe(sum.full - sum.exempted);
      }),
    );
  });
});
