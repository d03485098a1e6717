import { expect, test } from 'vitest';
import { seedCatalogue } from '#modules/catalogue/testing.ts';
import { bookLabel, bookOf, FIELD, numberLabel } from './books.ts';

test('every procedure of the field has a book', () => {
  const { procedures } = seedCatalogue();
  const certified = procedures.filter((one) => one.field === FIELD);
  expect(certified.length).toBeGreaterThanOrEqual(12);
  expect(certified.filter(({ code }) => !bookOf(code))).toEqual([]);
  expect(procedures.filter((one) => one.field !== FIELD && bookOf(one.code))).toEqual([]);
});

test('volume, year and mark of a book, and its numbers, as they are written by hand', () => {
  expect(bookLabel({ kind: 'copies', year: 2022, volume: 1 })).toBe('01/2022-SCT/BS');
  expect(bookLabel({ kind: 'transactions', year: 2025, volume: 12 })).toBe('12/2025-SCT/HĐ,GD');
  expect([numberLabel(7), numberLabel(12), numberLabel(1204)]).toEqual(['07', '12', '1204']);
});
