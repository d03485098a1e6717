import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { sumOfCharge } from '#modules/cash/index.ts';
import type { Fee, FeeExemption, LocalFee } from '#modules/catalogue/index.ts';
import type { Fields } from './fields.ts';
import { Problems } from './problems.ts';
import { type OfferedFee, readFee } from './read-fee.ts';

const open: Fee = { amount: null, per: 'lần', channel: null, note: 'Do HĐND cấp tỉnh quyết định.' };
const copies: Fee = { amount: 8_000, per: 'bản sao', channel: null, note: 'TT 281/2016/TT-BTC' };
const certified: Fee = {
  amount: 2_000,
  per: 'trang',
  channel: null,
  note: 'TT 226/2016/TT-BTC',
  steps: {
    set: 'bản',
    steps: [
      { upTo: 2, amount: 2_000 },
      { upTo: null, amount: 1_000 },
    ],
    most: 200_000,
  },
};
const local: LocalFee = {
  id: 'local',
  ordinal: 1,
  agencyId: 'agency',
  procedureCode: '1.001612',
  per: 'lần',
  channel: null,
  amount: 100_000,
  resolution: { number: '06/2020/NQ-HĐND', date: civilDate('2020-07-10'), body: 'HĐND tỉnh Đồng Tháp' },
  validFrom: civilDate('2020-08-01'),
  validTo: null,
  setBy: { accountId: 'account', name: 'Lê Ngọc Châu' },
  setAt: instant('2022-01-01T08:00'),
};
const poor: FeeExemption = {
  id: '00000000-0000-7000-8000-000000000001',
  word: 1,
  setBy: null,
  checked: null,
  key: 'ho-ngheo',
  name: { vi: 'Người thuộc hộ nghèo', en: 'Members of poor households' },
  percent: 100,
  procedureCodes: null,
  channel: null,
  proofNeeded: true,
  basis: 'Điều 10',
  unverified: true,
  validFrom: civilDate('2017-01-01'),
  validTo: null,
};

const offered = (fee: Fee, index = 0, set: LocalFee | null = null): OfferedFee => ({
  index,
  fee,
  local: set,
});

function read(fields: Fields, fees: readonly OfferedFee[], need: 'all' | 'name' = 'all') {
  const problems = new Problems();
  const { fee, charge } = readFee({ 'fee-way': 'cash', ...fields }, fees, [poor], need, problems);
  return { fee, charge, codes: problems.list.map(({ code, field }) => [code, field]) };
}

describe('a fee decided locally', () => {
  test('that is set is filled in and fixed, with its resolution', () => {
    const typed = { 'fees.0.quantity': '1', 'fees.0.amount': '1' };
    const { fee, charge, codes } = read(typed, [offered(open, 0, local)]);
    expect(codes).toEqual([]);
    expect(fee).toMatchObject({ amount: 100_000, way: 'cash' });
    expect(charge.lines[0]?.basis).toBe('Nghị quyết 06/2020/NQ-HĐND ngày 10/07/2020 của HĐND tỉnh Đồng Tháp');
  });

  test('that is not set is typed as before', () => {
    expect(read({ 'fees.0.quantity': '1' }, [offered(open)]).codes).toEqual([
      ['counter/amount-missing', 'fees.0.amount'],
    ]);
    const typed = { 'fees.0.quantity': '1', 'fees.0.amount': '50.000' };
    expect(read(typed, [offered(open)]).fee.amount).toBe(50_000);
    expect(read({ ...typed, 'fees.0.amount': '50.5' }, [offered(open)]).codes).toEqual([
      ['counter/wrong-amount', 'fees.0.amount'],
    ]);
  });
});

test('pages and copies: each copy by its steps', () => {
  const { fee } = read({ 'fees.0.quantity': '3', 'fees.0.sets': '2' }, [offered(certified)]);
  expect(fee.amount).toBe(10_000);
});

describe('an exemption', () => {
  const fields = { 'fees.0.quantity': '1', 'fees.1.quantity': '2', exemption: 'ho-ngheo' };
  const fees = [offered(open, 0, local), offered(copies, 1)];

  test('takes the whole fee away; the filing does not say of whom', () => {
    const { fee, charge, codes } = read({ ...fields, 'exemption-proof': 'Sổ hộ nghèo số 12' }, fees);
    expect(codes).toEqual([]);
    expect(fee).toMatchObject({ amount: 0, way: 'none' });
    expect(fee.basis).toContain('miễn, giảm 116.000');
    expect(fee.basis).not.toMatch(/nghèo/);
    expect(charge.exemption).toEqual({
      key: 'ho-ngheo',
      name: 'Người thuộc hộ nghèo',
      proof: 'Sổ hộ nghèo số 12',
    });
    expect(sumOfCharge(charge)).toEqual({ full: 116_000, exempted: 116_000, due: 0 });
  });

  test('asks for what was shown, and is one of those that hold here', () => {
    expect(read(fields, fees).codes).toEqual([['counter/proof-missing', 'exemption-proof']]);
    expect(read({ ...fields, exemption: 'quen-biet' }, fees).codes).toEqual([
      ['counter/exemption-not-here', 'exemption'],
    ]);
    expect(read(fields, fees, 'name').codes).toEqual([]);
  });
});

test('law: the filing asks for the sum of the lines, never negative, never more exempted than the fee', () => {
  const count = fc.integer({ min: 0, max: 200 }).map(String);
  const fields = fc.record({ a: count, b: count, c: count, sets: count, exempt: fc.boolean() });
  const fees = [offered(open, 0, local), offered(copies, 1), offered(certified, 2)];
  fc.assert(
    fc.property(fields, ({ a, b, c, sets, exempt }) => {
      const typed = {
        'fees.0.quantity': a,
        'fees.1.quantity': b,
        'fees.2.quantity': c,
        'fees.2.sets': sets,
        ...(exempt ? { exemption: 'ho-ngheo', 'exemption-proof': 'Sổ' } : {}),
      };
      const { fee, charge } = read(typed, fees);
      const { full, exempted, due } = sumOfCharge(charge);
      expect(fee.amount).toBe(due);
      expect(due).toBeGreaterThanOrEqual(0);
      expect(exempted).toBeLessThanOrEqual(full);
      expect(charge.lines.reduce((sum, line) => sum + line.due, 0)).toBe(due);
    }),
  );
});
