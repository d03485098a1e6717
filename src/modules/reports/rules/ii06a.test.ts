import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { ii06aChecks, ii06aLine } from './ii06a.ts';
import { type CountedStanding, classAt } from './standing-at.ts';

const counts: fc.Arbitrary<CountedStanding[]> = fc.array(
  fc.record({
    agencyId: fc.constant('agency'),
    field: fc.constantFrom('Hộ tịch', 'Đất đai'),
    channel: fc.constantFrom('online', 'direct', 'post', 'home'),
    assisted: fc.boolean(),
    before: fc.boolean(),
    class: fc.constantFrom('early', 'on-time', 'late', 'in-time', 'overdue'),
    count: fc.nat({ max: 10_000 }),
  }),
);

test('law: the four check sums of Biểu II.06a', () => {
  fc.assert(
    fc.property(counts, (counted) => {
      const line = ii06aLine(counted);
      for (const [sum, parts] of ii06aChecks)
        expect(line[sum]).toBe(parts.reduce((so, part) => so + line[part], 0));
      expect(line[3]).toBe(counted.reduce((sum, one) => sum + one.count, 0));
    }),
  );
});

test('how it stood then, whatever happened since', () => {
  const dueAt = instant('2022-07-14T17:00');
  const days = { withdrawn: false, limitUnit: 'ngay_lam_viec' } as const;
  const one = { nationalDueAt: dueAt, supplements: 0 };
  const life = [
    { ...one, kind: 'running', from: instant('2022-07-11T08:00'), dueAt },
    { ...one, kind: 'citizen', from: instant('2022-07-13T08:00'), dueAt },
    { ...one, kind: 'running', from: instant('2022-07-18T08:00'), dueAt: instant('2022-07-21T17:00') },
    { ...one, kind: 'ended', from: instant('2022-07-22T08:00'), dueAt: instant('2022-07-21T17:00') },
    { ...one, kind: 'running', from: instant('2022-07-25T08:00'), dueAt: instant('2022-07-21T17:00') },
    { ...one, kind: 'ended', from: instant('2022-07-26T08:00'), dueAt: instant('2022-07-26T17:00') },
  ];
  const at = (day: string) => classAt(days, life, instant(`2022-07-${day}T23:59:59`));
  expect(['10', '12', '15', '20', '21', '22', '25', '26'].map(at)).toEqual([
    ...[undefined, 'in-time', 'in-time', 'in-time', 'in-time', 'late', 'overdue', 'on-time'],
  ]);
  const withdrawn = { ...days, withdrawn: true };
  expect(classAt(withdrawn, life, instant('2022-07-22T23:59:59'))).toBe('late');
  const late = life.map((one) => ({ ...one, dueAt }));
  expect(classAt(withdrawn, late, instant('2022-07-26T23:59:59'))).toBe('on-time');
});

test('by QĐ 766: its own date, and a second supplement request makes it late whatever the date', () => {
  const days = { withdrawn: false, limitUnit: 'ngay_lam_viec' } as const;
  const first = { kind: 'running', from: instant('2022-07-11T08:00'), dueAt: instant('2022-07-14T17:00') };
  const [legal, national] = [instant('2022-07-21T17:00'), instant('2022-07-19T17:00')];
  const life = [
    { ...first, nationalDueAt: first.dueAt, supplements: 0 },
    { kind: 'citizen', from: instant('2022-07-13T08:00'), dueAt: null, nationalDueAt: null, supplements: 1 },
    { ...first, from: instant('2022-07-18T08:00'), dueAt: legal, nationalDueAt: national, supplements: 1 },
    {
      kind: 'ended',
      from: instant('2022-07-20T08:00'),
      dueAt: legal,
      nationalDueAt: national,
      supplements: 1,
    },
  ];
  const at = (intervals: typeof life, day: string, clock: 'legal' | '766') =>
    classAt(days, intervals, instant(`2022-07-${day}T23:59:59`), clock);
  expect(['12', '15', '19', '20'].map((day) => at(life, day, '766'))).toEqual([
    ...['in-time', 'in-time', 'in-time', 'late'],
  ]);
  expect(at(life, '20', 'legal')).toBe('early');
  const twice = life.map((one) => ({ ...one, supplements: one.supplements * 2 }));
  expect(['12', '15', '18', '20'].map((day) => at(twice, day, '766'))).toEqual([
    ...['in-time', 'overdue', 'overdue', 'late'],
  ]);
  expect(classAt({ ...days, withdrawn: true }, life, instant('2022-07-22T08:00'), '766')).toBe('on-time');
});
