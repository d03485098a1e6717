import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ii06aColumns, ii06aLine, ii06aSelections } from './ii06a.ts';
import { holdsOfChannel } from './selection.ts';
import type { CountedStanding } from './standing-at.ts';

const aDossier: fc.Arbitrary<CountedStanding> = fc.record({
  agencyId: fc.constant('agency'),
  field: fc.constant('Hộ tịch'),
  channel: fc.constantFrom('online', 'direct', 'post', 'home'),
  assisted: fc.boolean(),
  before: fc.boolean(),
  class: fc.constantFrom('early', 'on-time', 'late', 'in-time', 'overdue'),
  count: fc.constant(1),
});

test('law: a dossier stands in one column of each sum, and nowhere twice', () => {
  fc.assert(
    fc.property(aDossier, (one) => {
      const columns = ii06aColumns.filter((column) => holdsOfChannel(ii06aSelections[column], one));
      expect(columns).toContain(3);
      expect(columns.filter((column) => [4, 5, 6].includes(column))).toHaveLength(1);
      expect(columns.filter((column) => [8, 9, 10, 12, 13].includes(column))).toHaveLength(1);
      expect(columns.filter((column) => [7, 11].includes(column))).toHaveLength(1);
      expect(columns).toEqual(ii06aColumns.filter((column) => ii06aLine([one])[column] === 1));
    }),
  );
});
