import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { checkEntry, type IndexEntry, quartersOf, scoredOfEntries } from './index-entry.ts';

const now = instant('2022-07-25T08:00');
const good: IndexEntry = { year: 2022, quarter: 2, index: 7, counts: [5, 3, 1], evidence: 'Báo cáo 12/BC' };

test.each([
  [{}, 'ok'],
  [{ quarter: 3 }, 'ok'],
  [{ quarter: 4 }, 'reports/quarter-unknown'],
  [{ year: 2017 }, 'reports/quarter-unknown'],
  [{ quarter: 5 }, 'reports/quarter-unknown'],
  [{ counts: [5, 3] }, 'reports/counts-missing'],
  [{ counts: [5, 3, -1] }, 'reports/counts-missing'],
  [{ counts: [5, 3, 1.5] }, 'reports/counts-missing'],
  [{ counts: [5, 3, Number.NaN] }, 'reports/counts-missing'],
  [{ counts: [0, 0, 0] }, 'reports/counts-empty'],
  [{ index: 8 as const, counts: [4, 3] }, 'reports/answered-more'],
  [{ index: 8 as const, counts: [3, 3] }, 'ok'],
  [{ evidence: ' ' }, 'reports/evidence-missing'],
])('typed with %j: %s', (change, wanted) => {
  const said = checkEntry({ ...good, ...change }, now);
  expect(said.ok ? 'ok' : said.refusal.code).toBe(wanted);
});

test('attitude scores every slip, feedback as a whole', () => {
  expect(scoredOfEntries(7, [{ counts: [5, 3, 2] }, { counts: [0, 1, 0] }])).toEqual({ points: 14, of: 11 });
  expect(scoredOfEntries(8, [{ counts: [10, 10] }])).toEqual({ points: 2, of: 1 });
  expect(scoredOfEntries(8, [{ counts: [9, 10] }])).toEqual({ points: 1, of: 1 });
  expect(scoredOfEntries(8, [{ counts: [10, 10] }, { counts: [7, 10] }])).toEqual({ points: 0, of: 1 });
  expect(scoredOfEntries(7, [])).toBeNull();
});

test('law: the quarters of a period follow each other and hold its first and last day', () => {
  const day = fc
    .date({ min: new Date('2018-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const found = quartersOf(from, to).map(({ year, quarter }) => year * 4 + quarter);
      expect(found.every((one, index) => index === 0 || one === (found[index - 1] ?? 0) + 1)).toBe(true);
      const of = (text: string) => Number(text.slice(0, 4)) * 4 + Math.ceil(Number(text.slice(5, 7)) / 3);
      expect([found[0], found.at(-1)]).toEqual([of(from), of(to)]);
    }),
  );
});
