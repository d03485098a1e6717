import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountedLate, causesColumns, causesLine, lateCauseKinds } from './causes-line.ts';

const anyCount = fc.record({
  agencyId: fc.constant('a'),
  procedureCode: fc.constant('1'),
  procedureName: fc.constant('Cấp'),
  cause: fc.constantFrom(...lateCauseKinds, null),
  officeId: fc.constantFrom('o', null),
  officeName: fc.constant('Phòng'),
  step: fc.constantFrom('Thẩm định', null),
  ended: fc.boolean(),
  corrected: fc.boolean(),
  count: fc.integer({ min: 1, max: 99 }),
  minutes: fc.nat({ max: 9999 }),
}) satisfies fc.Arbitrary<CountedLate>;

test('law: late is ended and open together, and the causes with those not reckoned', () => {
  fc.assert(
    fc.property(fc.array(anyCount, { maxLength: 30 }), (counts) => {
      const values = causesLine(counts);
      const of = (column: (typeof causesColumns)[number]) => values[causesColumns.indexOf(column)] ?? 0;
      expect(of('late')).toBe(counts.reduce((sum, { count }) => sum + count, 0));
      expect(of('ended-late') + of('open-late')).toBe(of('late'));
      expect(lateCauseKinds.reduce((sum, cause) => sum + of(cause), of('unreckoned'))).toBe(of('late'));
      expect(of('corrected')).toBeLessThanOrEqual(of('late'));
    }),
  );
});
