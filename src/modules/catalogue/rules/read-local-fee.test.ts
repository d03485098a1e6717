import { describe, expect, test } from 'vitest';
import { readLocalFee, type TypedLocalFee } from './read-local-fee.ts';

const typed: TypedLocalFee = {
  per: 'lần',
  channel: '',
  amount: '100.000',
  number: ' 06/2020/NQ-HĐND ',
  date: '10/07/2020',
  body: 'HĐND tỉnh Đồng Tháp',
  from: '01/08/2020',
  to: '',
};
const problemsOf = (change: Partial<TypedLocalFee>) => {
  const read = readLocalFee({ ...typed, ...change });
  return read.ok ? [] : read.problems.map(({ code, field }) => [code, field]);
};

describe('the form of a local fee', () => {
  test('is read whole', () => {
    expect(readLocalFee(typed)).toEqual({
      ok: true,
      value: {
        per: 'lần',
        channel: null,
        amount: 100_000,
        resolution: { number: '06/2020/NQ-HĐND', date: '2020-07-10', body: 'HĐND tỉnh Đồng Tháp' },
        validFrom: '2020-08-01',
        validTo: null,
      },
    });
  });

  test.each<[Partial<TypedLocalFee>, string, string]>([
    [{ amount: '' }, 'kernel/amount-missing', 'amount'],
    [{ amount: '9.999.999.999' }, 'kernel/amount-too-large', 'amount'],
    [{ number: ' ' }, 'catalogue/text-missing', 'resolution-number'],
    [{ body: 'a'.repeat(201) }, 'catalogue/text-too-long', 'resolution-body'],
    [{ date: '31/02/2020' }, 'kernel/impossible-date', 'resolution-date'],
    [{ from: 'mai' }, 'kernel/unreadable-date', 'valid-from'],
    [{ to: '99/99/2022' }, 'kernel/impossible-date', 'valid-to'],
    [{ channel: 'chim bồ câu' }, 'catalogue/wrong-choice', 'channel'],
  ])('%j is refused', (change, code, field) => {
    expect(problemsOf(change)).toEqual([[code, field]]);
  });

  test('all that is wrong is told at once', () => {
    expect(problemsOf({ amount: 'x', number: '', from: '' })).toHaveLength(3);
  });
});
