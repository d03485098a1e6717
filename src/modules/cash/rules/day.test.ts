import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { denominations, readCount, sumOfPieces } from './count-form.ts';
import { type CloseFacts, decideClose, decideConfirm, differenceOf, type Flow, totalsOf } from './day.ts';
import { receiptNumber } from './receipt-number.ts';

const flows: Flow[] = [
  { kind: 'taken', method: 'cash', amount: 100_000 },
  { kind: 'taken', method: 'transfer', amount: 50_000 },
  { kind: 'taken', method: 'cash', amount: 8_000 },
  { kind: 'given-back', method: 'cash', amount: 8_000 },
];
const facts: CloseFacts = {
  state: 'open',
  flows,
  seen: 4,
  count: { cash: 100_000, transfer: 50_000 },
  explanation: '',
};

describe('closing a day', () => {
  test('what came in less what went out, by cash and by transfer', () => {
    expect(decideClose(facts)).toEqual({ ok: true, value: { cash: 100_000, transfer: 50_000 } });
  });

  test.each<[Partial<CloseFacts>, string]>([
    [{ state: 'closed' }, 'cash/already-closed'],
    [{ state: 'confirmed' }, 'cash/already-closed'],
    [{ seen: 3 }, 'cash/changed-meanwhile'],
    [{ count: { cash: 95_000, transfer: 50_000 } }, 'cash/explanation-missing'],
    [{ count: { cash: 100_000, transfer: 0 } }, 'cash/explanation-missing'],
  ])('%j is refused with %s', (change, code) => {
    expect(decideClose({ ...facts, ...change })).toMatchObject({ refusal: { code } });
  });

  test('a difference that is explained may be closed', () => {
    const short = { ...facts, count: { cash: 95_000, transfer: 50_000 }, explanation: 'Thối nhầm' };
    expect(decideClose(short).ok).toBe(true);
    expect(differenceOf(totalsOf(flows), short.count)).toEqual({ cash: -5_000, transfer: 0 });
  });
});

describe('confirming', () => {
  const confirm = {
    state: 'closed',
    clerkAccountId: 'clerk',
    confirmerAccountId: 'head',
    countedCash: 95_000,
    receivedCash: 95_000,
    note: '',
  } as const;

  test('a second person, with the amount that was counted', () => {
    expect(decideConfirm(confirm).ok).toBe(true);
  });

  test.each([
    [{ confirmerAccountId: 'clerk' }, 'cash/own-list'],
    [{ state: 'open', countedCash: null }, 'cash/not-closed-yet'],
    [{ state: 'confirmed' }, 'cash/already-confirmed'],
    [{ receivedCash: 90_000 }, 'cash/confirmation-note-missing'],
  ] as const)('%j is refused with %s', (change, code) => {
    expect(decideConfirm({ ...confirm, ...change })).toMatchObject({ refusal: { code } });
  });
});

describe('counting', () => {
  test('note by note, the sum follows', () => {
    const read = readCount({ 'pieces.50000': '2', 'pieces.2000': '4', transfer: '0' });
    expect(read).toMatchObject({ count: { cash: 108_000, transfer: 0 }, problems: [] });
  });

  test('as a sum', () => {
    const read = readCount({ cash: '108.000', transfer: '50.000' });
    expect(read).toEqual({ count: { cash: 108_000, transfer: 50_000 }, pieces: null, problems: [] });
  });

  test.each([
    [{ cash: '100.000', 'pieces.50000': '1', transfer: '0' }, 'cash/count-differs', 'cash'],
    [{ 'pieces.50000': '-1', cash: '0', transfer: '0' }, 'cash/wrong-pieces', 'pieces.50000'],
    [{ 'pieces.500': '1,5', cash: '0', transfer: '0' }, 'cash/wrong-pieces', 'pieces.500'],
    [{ transfer: '0' }, 'kernel/amount-missing', 'cash'],
    [{ cash: '0' }, 'kernel/amount-missing', 'transfer'],
    [{ cash: 'mười', transfer: '0' }, 'kernel/unreadable-amount', 'cash'],
  ])('%j is refused', (typed: Record<string, string>, code, field) => {
    expect(readCount(typed).problems).toMatchObject([{ code, field }]);
  });
});

describe('laws', () => {
  const flow = fc.record({
    kind: fc.constantFrom('taken' as const, 'given-back' as const, 'voided' as const),
    method: fc.constantFrom('cash' as const, 'transfer' as const),
    amount: fc.integer({ min: 1, max: 5_000_000 }),
  });

  test('the order of a day does not matter, and its parts add up', () => {
    fc.assert(
      fc.property(fc.array(flow), fc.array(flow), (a, b) => {
        const [one, two, both] = [totalsOf(a), totalsOf(b), totalsOf([...b, ...a])];
        expect(both).toEqual({ cash: one.cash + two.cash, transfer: one.transfer + two.transfer });
      }),
    );
  });

  test('taken and voided is as never taken', () => {
    fc.assert(
      fc.property(fc.array(flow), flow, (day, one) => {
        const mistake: Flow[] = [
          { ...one, kind: 'taken' },
          { ...one, kind: 'voided' },
        ];
        expect(totalsOf([...day, ...mistake])).toEqual(totalsOf(day));
      }),
    );
  });

  test('whatever is in the drawer can be counted by its notes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 10, maxLength: 10 }), (many) => {
        const typed = Object.fromEntries(denominations.map((note, i) => [`pieces.${note}`, `${many[i]}`]));
        const sum = denominations.reduce((total, note, i) => total + note * (many[i] ?? 0), 0);
        const read = readCount({ ...typed, transfer: '0' });
        expect(read.count.cash).toBe(sum);
        expect(sumOfPieces(read.pieces ?? {})).toBe(sum);
      }),
    );
  });
});

test('a number of a cash receipt has seven digits and its year', () => {
  expect(receiptNumber(12, 2022)).toBe('0000012/2022');
});
