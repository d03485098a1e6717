import { expect, test } from 'vitest';
import { type CatalogueShares, onlineScore, organisationScore, publicityScore } from './catalogue-scores.ts';

const shares: CatalogueShares = { level: 'huyen', procedures: 100, atOneStop: 50, whole: 90, online: 20 };

test.each([
  ['tinh', 20, 2],
  ['tinh', 19, 0],
  ['huyen', 50, 2],
  ['huyen', 49, 0],
  ['xa', 100, 2],
  ['xa', 99, 0],
] as const)('organisation at the level %s with %i %%: %i', (level, atOneStop, points) => {
  expect(organisationScore({ ...shares, level, atOneStop })).toEqual({ points, of: 1 });
});

test('publicity: all 2, nine of ten 1, less 0; without procedures nothing', () => {
  expect([100, 99, 90, 89].map((whole) => publicityScore({ ...shares, whole }).points)).toEqual([2, 1, 1, 0]);
  expect(publicityScore({ ...shares, procedures: 0, whole: 0 }).of).toBe(0);
});

test('online: a fifth of the procedures is needed, then the share of the dossiers counts', () => {
  const filed = (points: number) => onlineScore(shares, { points, of: 100 }).points;
  expect([30, 29, 15, 14].map(filed)).toEqual([2, 1, 1, 0]);
  expect(onlineScore({ ...shares, online: 19 }, { points: 90, of: 100 }).points).toBe(0);
  expect(onlineScore(shares, { points: 0, of: 0 }).of).toBe(0);
});
