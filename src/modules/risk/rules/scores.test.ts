import { expect, test } from 'vitest';
import { brierScore, calibrationError, calibrationTable, gainOver } from './scores.ts';

const said = (value: number, came: boolean, of: string) => ({ said: value, came, of });

test('the Brier score is the mean squared distance', () => {
  expect(brierScore([said(1, true, 'a'), said(0, false, 'b')])).toBe(0);
  expect(brierScore([said(0.5, true, 'a'), said(0.5, false, 'b')])).toBe(0.25);
  expect(brierScore([])).toBe(0);
});

test('the table says how much of what was said so came; 1 belongs to the last row', () => {
  const all = [said(0.15, false, 'a'), said(0.15, true, 'b'), said(1, true, 'c')];
  const rows = calibrationTable(all);
  expect(rows.map(({ from, to, count, came }) => [from, to, count, came])).toEqual([
    [0.1, 0.2, 2, 0.5],
    [0.7, 1, 1, 1],
  ]);
  expect(calibrationError(rows)).toBeCloseTo((2 * 0.35) / 3, 9);
});

test('the gain has bounds by dossier, and the same draws each time', () => {
  const late = (n: number) => n % 4 === 0;
  const first = Array.from({ length: 200 }, (_, n) => said(late(n) ? 0.8 : 0.1, late(n), String(n)));
  const second = first.map((one) => ({ ...one, said: 0.25 }));
  const gain = gainOver(first, second);
  expect(gain).toEqual(gainOver(first, second));
  expect(gain.gain).toBeCloseTo(brierScore(second) - brierScore(first), 12);
  expect(gain.low).toBeGreaterThan(0);
  expect(gain.low).toBeLessThanOrEqual(gain.gain);
  expect(gain.high).toBeGreaterThanOrEqual(gain.gain);
});
