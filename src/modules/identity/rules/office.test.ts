import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { inForce, overlap } from './office.ts';

const until = (from: string, to: string | null) => ({
  validFrom: civilDate(from),
  validTo: to === null ? null : civilDate(to),
});

test('both ends belong to the time in force', () => {
  const district = until('2018-01-01', '2025-06-30');
  expect(inForce(district, civilDate('2018-01-01'))).toBe(true);
  expect(inForce(district, civilDate('2025-06-30'))).toBe(true);
  expect(inForce(district, civilDate('2025-07-01'))).toBe(false);
  expect(inForce(until('2025-07-01', null), civilDate('2030-01-01'))).toBe(true);
});

test('times overlap when they share a day', () => {
  expect(overlap(until('2018-01-01', '2025-06-30'), until('2025-07-01', null))).toBe(false);
  expect(overlap(until('2018-01-01', '2025-07-01'), until('2025-07-01', null))).toBe(true);
  expect(overlap(until('2018-01-01', null), until('2017-01-01', '2017-12-31'))).toBe(false);
});
