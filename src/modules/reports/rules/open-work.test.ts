import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedWork, type OpenWork, sumOfWork } from './open-work.ts';

const aWork: fc.Arbitrary<OpenWork> = fc
  .record({
    officeId: fc.constantFrom('a', 'b', 'c'),
    accountId: fc.constantFrom('x', 'y', null),
    step: fc.constantFrom('Thẩm định', 'Trình ký', null),
    lying: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)),
  })
  .map(({ lying, ...one }) => {
    const open = lying.reduce((sum, n) => sum + n, 0);
    return { ...one, lying, open, late: open, today: 0, next: open };
  });

test('law: whatever it is put together by, the parts are the whole', () => {
  fc.assert(
    fc.property(fc.array(aWork), (some) => {
      for (const key of ['officeId', 'accountId', 'step'] as const) {
        const groups = groupedWork(some, (one) => String(one[key]));
        expect(sumOfWork(groups)).toEqual(sumOfWork(some));
        expect(new Set(groups.map(({ of }) => of[key])).size).toBe(groups.length);
      }
    }),
  );
});

test('what has lain longest stands first', () => {
  const work = (step: string, lying: OpenWork['lying']): OpenWork => ({
    ...{ officeId: 'a', accountId: null, step, lying, late: 0, today: 0, next: 0 },
    open: lying.reduce((sum, n) => sum + n, 0),
  });
  const groups = groupedWork(
    [work('few', [9, 0, 0, 1]), work('many', [0, 0, 0, 3]), work('none', [99, 0, 0, 0])],
    ({ step }) => step ?? '',
  );
  expect(groups.map(({ of }) => of.step)).toEqual(['many', 'few', 'none']);
});
