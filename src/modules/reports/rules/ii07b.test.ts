import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountedProcedure, countsIn, ii07bColumns, ii07bValues, levels } from './ii07b.ts';

const some = fc.subarray([...levels]);
const aProcedure: fc.Arbitrary<CountedProcedure> = fc
  .record({ offered: fc.subarray([...levels], { minLength: 1 }), here: some, handled: some })
  .map(({ offered, here, handled }) => ({
    ...{ code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', offered },
    received: offered.filter((level) => here.includes(level)),
    processed: offered.filter((level) => handled.includes(level)),
  }));

test('law: a total is at least its greatest level and at most all of them together; nothing is received that is not in force', () => {
  fc.assert(
    fc.property(fc.array(aProcedure), (procedures) => {
      const values = ii07bValues(procedures);
      for (const first of [0, 4, 8]) {
        const [total = 0, ...byLevel] = values.slice(first, first + 4);
        expect(total).toBeGreaterThanOrEqual(Math.max(...byLevel));
        expect(total).toBeLessThanOrEqual(byLevel.reduce((sum, one) => sum + one, 0));
      }
      values.slice(0, 4).forEach((offered, at) => {
        expect(values[at + 4]).toBeLessThanOrEqual(offered);
        expect(values[at + 8]).toBeLessThanOrEqual(offered);
      });
    }),
  );
});

test('a procedure of two levels counts in both, and once in the total', () => {
  const procedure: CountedProcedure = {
    ...{ code: '2.000635', name: 'Cấp bản sao', field: 'Hộ tịch' },
    ...{ offered: ['huyen', 'xa'], received: ['xa'], processed: [] },
  };
  expect(ii07bColumns.filter((column) => countsIn(column, procedure))).toEqual([3, 5, 6, 7, 10]);
});
