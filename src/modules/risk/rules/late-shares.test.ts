import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { coursesKnownAt } from './case.ts';
import { LateShares, nobodyStood, seeStood } from './late-shares.ts';
import { anInventedPast } from './testing-past.ts';

const past = anInventedPast(2_000, 3);
const shares = new LateShares(seeStood(coursesKnownAt(past.cases, past.axisOf, instant('2022-07-25T08:00'))));
const share = fc.double({ min: 0, max: 1.2, noNaN: true });
const standing = fc.record({
  field: fc.constantFrom('Đất đai', 'Tư pháp', 'Lạ'),
  procedure: fc.constantFrom('Đất đai 10', 'Tư pháp 2', 'Lạ'),
  step: fc.constantFrom('tiep-nhan', 'thu-ly', 'ky', 'lạ'),
  entered: share,
});

test('law: a share, and it never falls as more of the limit is spent', () => {
  fc.assert(
    fc.property(standing, share, share, (where, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(shares.at(where, less)).toBeGreaterThanOrEqual(0);
      expect(shares.at(where, more)).toBeLessThanOrEqual(1);
      expect(shares.at(where, more)).toBeGreaterThanOrEqual(shares.at(where, less) - 1e-12);
    }),
  );
});

test('law: what was seen of a place lies between its own figure and the wider one', () => {
  const count = fc.nat({ max: 200 });
  fc.assert(
    fc.property(count, count, count, count, (wideAll, wideLate, ownAll, ownLate) => {
      const all = (n: number) => nobodyStood().all.fill(n);
      const stood = (n: number, late: number) => ({ all: all(n), late: all(Math.min(n, late)) });
      const where = { field: 'f', procedure: 'p', step: 's', entered: 0 };
      const wide = new LateShares(new Map([['', stood(wideAll, wideLate)]])).at(where, 0.5);
      const both = new LateShares(
        new Map([
          ['', stood(wideAll, wideLate)],
          ['["s"]', stood(ownAll, ownLate)],
        ]),
      ).at(where, 0.5);
      const own = ownAll === 0 ? wide : Math.min(ownAll, ownLate) / ownAll;
      expect(both).toBeGreaterThanOrEqual(Math.min(own, wide) - 1e-9);
      expect(both).toBeLessThanOrEqual(Math.max(own, wide) + 1e-9);
    }),
  );
});

test('who is still there when others have gone on is of another kind', () => {
  const where = { field: 'Đất đai', procedure: 'Đất đai 10', step: 'thu-ly', entered: 0.02 };
  expect(shares.at(where, 0.9)).toBeGreaterThan(0.8);
  expect(shares.at(where, 0.1)).toBeLessThan(0.3);
});
