import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endedClasses, openClasses } from './class-of-dossier.ts';
import { type CountedDossiers, punctuality, sumUp } from './timeliness.ts';

const counted: fc.Arbitrary<CountedDossiers> = fc.record({
  agencyId: fc.constantFrom('a', 'b'),
  channel: fc.constantFrom('online', 'direct', 'post', 'home'),
  isCertified: fc.boolean(),
  class: fc.constantFrom(...endedClasses, ...openClasses),
  count: fc.nat(40_000),
});

test('the parts sum to the whole: by class, by channel, by agency', () => {
  fc.assert(
    fc.property(fc.array(counted), (counts) => {
      const whole = sumUp(counts);
      expect(whole.received).toBe(counts.reduce((sum, one) => sum + one.count, 0));
      expect(whole.ended).toBe(whole.early + whole['on-time'] + whole.late);
      expect(whole.open).toBe(whole['in-time'] + whole.overdue);
      for (const key of ['channel', 'agencyId'] as const) {
        const parts = [...Map.groupBy(counts, (one) => one[key]).values()].map(sumUp);
        expect(parts.reduce((sum, part) => sum + part.received, 0)).toBe(whole.received);
        expect(parts.reduce((sum, part) => sum + part.late, 0)).toBe(whole.late);
      }
    }),
  );
});

test('all on time is said only when nothing was late', () => {
  expect(punctuality(sumUp([]))).toBeNull();
  const some = (late: number, early: number) =>
    punctuality(
      sumUp([
        { class: 'late', count: late },
        { class: 'early', count: early },
      ]),
    );
  expect([some(0, 5), some(1, 24_999), some(1, 1), some(5, 0)]).toEqual([1000, 999, 500, 0]);
});
