import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate } from '#kernel/civil-date.ts';
import { readPeriod, yearsFor } from './keeping-period.ts';

const day = (text: string) => civilDate(text);
const closed = { procedureCode: '1.001193', field: 'Hộ tịch', closedOn: day('2022-07-28') };
const ofField = {
  scope: { kind: 'field', of: 'Hộ tịch' } as const,
  years: 20,
  validFrom: day('2020-01-01'),
  ordinal: 1,
};
const ofProcedure = {
  scope: { kind: 'procedure', of: '1.001193' } as const,
  years: 70,
  validFrom: day('2021-01-01'),
  ordinal: 2,
};

describe('how long a dossier is kept', () => {
  test('by its procedure, else its field, else the agency, else not decided', () => {
    expect(yearsFor([ofField, ofProcedure], closed, 10)).toBe(70);
    expect(yearsFor([ofField, ofProcedure], { ...closed, procedureCode: '1.000656' }, 10)).toBe(20);
    expect(yearsFor([ofField, ofProcedure], { ...closed, procedureCode: 'x', field: 'Đất đai' }, 10)).toBe(
      10,
    );
    expect(yearsFor([], closed, null)).toBeNull();
  });

  test('by what had begun when it was closed; of one day the later word', () => {
    expect(yearsFor([ofField, ofProcedure], { ...closed, closedOn: day('2020-06-01') }, 10)).toBe(20);
    const again = { ...ofProcedure, years: 50, ordinal: 3 };
    expect(yearsFor([again, ofProcedure], closed, 10)).toBe(50);
  });

  test('law: the order of rows does not matter, and a less specific one never decides over a more specific one', () => {
    const row = fc.record({
      scope: fc.constantFrom(ofField.scope, ofProcedure.scope, { kind: 'field', of: 'Đất đai' } as const),
      years: fc.integer({ min: 1, max: 100 }),
      validFrom: fc.integer({ min: -900, max: 300 }).map((days) => addDays(closed.closedOn, days)),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.integer(), (written, seed) => {
        const rows = written.map((one, ordinal) => ({ ...one, ordinal }));
        const mixed = [...rows].sort((a, b) => ((a.ordinal * 7 + seed) % 5) - ((b.ordinal * 7 + seed) % 5));
        const years = yearsFor(rows, closed, 10);
        expect(yearsFor(mixed, closed, 10)).toBe(years);
        const own = rows.filter((one) => one.scope.kind === 'procedure');
        if (own.some((one) => one.validFrom <= closed.closedOn))
          expect(years).toBe(yearsFor(own, closed, null));
      }),
    );
  });
});

describe('what an officer types', () => {
  const typed = { field: '', code: '1.001193', years: '70', paper: '12/QĐ-UBND', from: '01/01/2022' };
  const read = (change: Partial<typeof typed>) => readPeriod({ ...typed, ...change }, ['Hộ tịch']);

  test('is read whole', () => {
    expect(read({})).toMatchObject({ value: { scope: { kind: 'procedure', of: '1.001193' }, years: 70 } });
    expect(read({ field: 'Hộ tịch', code: '' })).toMatchObject({ value: { scope: { kind: 'field' } } });
  });

  test.each([
    [{ code: '' }, 'protection/scope-missing', 'linh-vuc'],
    [{ field: 'Hộ tịch' }, 'protection/scope-twice', 'thu-tuc'],
    [{ code: "1.001193'--" }, 'protection/code-unreadable', 'thu-tuc'],
    [{ code: '', field: 'Bịa' }, 'protection/field-unknown', 'linh-vuc'],
    [{ years: '0' }, 'protection/period-years-wrong', 'so-nam-rieng'],
    [{ years: '' }, 'protection/period-years-wrong', 'so-nam-rieng'],
    [{ paper: 'giấy của bà Duyên' }, 'protection/paper-missing', 'van-ban'],
    [{ from: '31/02/2022' }, 'kernel/impossible-date', 'tu-ngay'],
  ])('%j is refused', (change, code, field) => {
    expect(read(change)).toMatchObject({ refusal: { code, field } });
  });
});
