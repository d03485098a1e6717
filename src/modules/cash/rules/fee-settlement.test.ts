import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideConfirmQuarter,
  decidePrepare,
  figuresOf,
  type QuarterFlow,
  sumsOf,
} from './fee-settlement.ts';

const flow = fc.record<QuarterFlow>({
  kind: fc.constantFrom('taken', 'given-back', 'voided'),
  method: fc.constantFrom('cash', 'transfer'),
  amount: fc.integer({ min: 1, max: 500_000 }),
  receiptNumber: fc.integer({ min: 1, max: 999 }).map((n) => `${String(n).padStart(7, '0')}/2022`),
  procedureCode: fc.constantFrom('1.001193', '2.000815', '1.001612'),
  procedureName: fc.constant('Thủ tục'),
});

test('law: cash and transfer are the whole, the procedures are the whole, and what is left follows', () => {
  fc.assert(
    fc.property(fc.array(flow), (flows) => {
      const { whole, cash, transfer, procedures, receipts } = figuresOf(flows, { payments: 0, amount: 0 }, 0);
      for (const part of ['taken', 'voided', 'givenBack', 'net'] as const) {
        expect(cash[part] + transfer[part]).toBe(whole[part]);
        expect(procedures.reduce((sum, one) => sum + one[part], 0)).toBe(whole[part]);
      }
      expect(whole.net).toBe(whole.taken - whole.voided - whole.givenBack);
      expect(procedures.reduce((sum, one) => sum + one.receipts, 0)).toBe(receipts.issued);
      if (receipts.first && receipts.last) expect(receipts.first <= receipts.last).toBe(true);
    }),
  );
});

test('an empty quarter says so', () => {
  expect(figuresOf([], { payments: 0, amount: 0 }, 0).receipts).toEqual({
    issued: 0,
    first: null,
    last: null,
    voided: 0,
  });
  expect(sumsOf([])).toEqual({ taken: 0, voided: 0, givenBack: 0, net: 0 });
});

describe('who prepares and confirms', () => {
  const ready = { isOver: true, openDays: 0, isConfirmed: false };
  const confirm = {
    isConfirmed: false,
    isLatest: true,
    agrees: true,
    preparedBy: 'clerk',
    confirmer: 'head',
  };

  test.each([
    [{ isOver: false }, 'cash/quarter-not-over'],
    [{ openDays: 2 }, 'cash/days-open'],
    [{ isConfirmed: true }, 'cash/settlement-confirmed'],
  ])('prepare %j', (change, code) => {
    expect(decidePrepare(ready).ok).toBe(true);
    expect(decidePrepare({ ...ready, ...change })).toMatchObject({ refusal: { code } });
  });

  test.each([
    [{ isConfirmed: true }, 'cash/settlement-confirmed'],
    [{ isLatest: false }, 'cash/settlement-changed'],
    [{ agrees: false }, 'cash/settlement-changed'],
    [{ confirmer: 'clerk' }, 'cash/own-settlement'],
  ])('confirm %j', (change, code) => {
    expect(decideConfirmQuarter(confirm).ok).toBe(true);
    expect(decideConfirmQuarter({ ...confirm, ...change })).toMatchObject({ refusal: { code } });
  });
});
