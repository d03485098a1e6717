import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedCatalogue } from '#modules/catalogue/testing.ts';
import { FIELD } from './books.ts';
import { copyFee, documentFee } from './fee.ts';

const pages = fc.integer({ min: 1, max: 100_000 });
const copies = fc.integer({ min: 1, max: 999 });

describe('a certified copy', () => {
  test.each([
    [1, 2_000],
    [2, 4_000],
    [3, 5_000],
    [4, 6_000],
    [10, 12_000],
    [198, 200_000],
    [199, 200_000],
    [5_000, 200_000],
  ])('of %i pages costs %i', (count, fee) => {
    expect(copyFee(count).each).toBe(fee);
  });

  test('says when the most of the law is reached, not before', () => {
    expect([copyFee(198).capped, copyFee(199).capped]).toEqual([false, true]);
  });

  test('never costs more than the most, and a page more never costs less', () => {
    fc.assert(
      fc.property(pages, (count) => {
        const [fee, next] = [copyFee(count).each, copyFee(count + 1).each];
        expect(fee).toBeLessThanOrEqual(200_000);
        expect(next - fee).toBeGreaterThanOrEqual(0);
        expect(next - fee).toBeLessThanOrEqual(2_000);
      }),
    );
  });

  test('pages are counted once: the first two and the later ones make all', () => {
    fc.assert(
      fc.property(pages, (count) => {
        const { firstPages, laterPages, each, capped } = copyFee(count);
        expect(firstPages + laterPages).toBe(count);
        if (!capped) expect(each).toBe(firstPages * 2_000 + laterPages * 1_000);
      }),
    );
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('of %d pages is a bug', (count) => {
    expect(() => copyFee(count)).toThrow(RangeError);
  });
});

describe('a document', () => {
  test('copies multiply the fee of one copy', () => {
    fc.assert(
      fc.property(pages, copies, (count, many) => {
        const fee = documentFee({ kind: 'copies', unit: 2_000, pages: count, copies: many });
        expect(fee.amount).toBe(copyFee(count).each * many);
      }),
    );
  });

  test('a signature costs 10,000 for each signed original, a transaction its own fee once', () => {
    const signed = { kind: 'signatures', unit: 10_000, pages: null, copies: 3 } as const;
    expect(documentFee(signed).amount).toBe(30_000);
    expect(documentFee({ kind: 'transactions', unit: 50_000, pages: null, copies: 1 }).amount).toBe(50_000);
    expect(documentFee({ kind: 'extracts', unit: 0, pages: null, copies: 9 }).amount).toBe(0);
  });
});

test('the catalogue says the same first fee of a copy', () => {
  const written = seedCatalogue().procedures.filter(({ field }) => field === FIELD);
  const copying = written.filter(({ code }) => ['2.000815', '2.000942'].includes(code));
  expect(copying.map(({ fees }) => fees[0]?.amount)).toEqual([2_000, 2_000]);
  const others = written.filter((one) => !copying.includes(one));
  expect(others.every(({ fees }) => fees.length === 1 && typeof fees[0]?.amount === 'number')).toBe(true);
});
