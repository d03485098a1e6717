import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agencyBand,
  type Index,
  indices,
  officerBand,
  officerIndices,
  pointsOfShare,
  scoreOf,
  totalOf,
} from './index-scores.ts';

const whole = (known: number) => ({ known, atMost: known, missing: [] });

describe('bands', () => {
  test.each([
    [100, 'full'],
    [50, 'full'],
    [49, 'most'],
    [35, 'most'],
    [34, 'little'],
    [0, 'little'],
  ])('of an officer with %i tenths: %s', (tenths, band) => expect(officerBand(whole(tenths))).toBe(band));

  test.each([
    [180, 'excellent'],
    [150, 'excellent'],
    [149, 'good'],
    [120, 'good'],
    [119, 'fair'],
    [90, 'fair'],
    [89, 'average'],
    [60, 'average'],
    [59, 'weak'],
    [0, 'weak'],
  ])('of an agency with %i tenths: %s', (tenths, band) => expect(agencyBand(whole(tenths))).toBe(band));

  test('what is missing is not guessed: only where it cannot change anything there is a band', () => {
    expect(officerBand({ known: 50, atMost: 70, missing: [7] })).toBe('full');
    expect(officerBand({ known: 40, atMost: 60, missing: [7] })).toBeNull();
    expect(agencyBand({ known: 10, atMost: 50, missing: [7, 8] })).toBe('weak');
  });
});

const anyScores = fc
  .array(fc.option(fc.nat({ max: 20 })), { minLength: 9, maxLength: 9 })
  .map(
    (scores) => new Map<Index, number | null>(indices.map((index, place) => [index, scores[place] ?? null])),
  );

describe('laws', () => {
  test('a total is the sum of what is known, and grows to at most 18 or 10 points', () => {
    fc.assert(
      fc.property(anyScores, fc.constantFrom<readonly Index[]>(indices, officerIndices), (scores, which) => {
        const { known, atMost, missing } = totalOf(scores, which);
        expect(known).toBe(which.reduce((sum, index) => sum + (scores.get(index) ?? 0), 0));
        expect(atMost).toBe(known + 20 * missing.length);
        expect(atMost).toBeLessThanOrEqual(which.length * 20);
      }),
    );
  });

  test('a band that is said stays whatever the missing scores become', () => {
    fc.assert(
      fc.property(
        anyScores,
        fc.array(fc.nat({ max: 20 }), { minLength: 9, maxLength: 9 }),
        (scores, later) => {
          const filled = new Map(
            [...scores].map(([index, score]) => [index, score ?? later[index - 1] ?? 0]),
          );
          const [agency, officer] = [
            agencyBand(totalOf(scores, indices)),
            officerBand(totalOf(scores, officerIndices)),
          ];
          if (agency) expect(agencyBand(totalOf(filled, indices))).toBe(agency);
          if (officer) expect(officerBand(totalOf(filled, officerIndices))).toBe(officer);
          expect(agencyBand(totalOf(filled, indices))).not.toBeNull();
        },
      ),
    );
  });

  test('a score lies between 0 and 2, is 2 only when every dossier but a twentieth got 2, and dossiers add up', () => {
    const anyPoints = fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(anyPoints, (points) => {
        const sum = points.reduce<number>((so, one) => so + one, 0);
        const score = scoreOf({ points: sum, of: points.length }) ?? -1;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(20);
        expect(Math.abs(score / 10 - sum / points.length)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
    expect(scoreOf({ points: 0, of: 0 })).toBeNull();
  });

  test('a larger share never gives fewer points', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 100 }),
        fc.nat({ max: 100 }),
        fc.integer({ min: 100, max: 200 }),
        (a, b, of) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          expect(pointsOfShare(less, of, 100, 90)).toBeLessThanOrEqual(pointsOfShare(more, of, 100, 90));
        },
      ),
    );
    expect([100, 99, 90, 89].map((part) => pointsOfShare(part, 100, 100, 90))).toEqual([2, 1, 1, 0]);
  });
});
