import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { holdsOn, type LocalFee, localFeeOn, mayHold } from './local-fee.ts';

const today = civilDate('2022-07-25');
const fee = { per: 'lần', channel: null };
let ordinal = 0;

function aLocalFee(change: Partial<LocalFee> = {}): LocalFee {
  ordinal += 1;
  return {
    id: `fee-${ordinal}`,
    ordinal,
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
    ...change,
  };
}

const amountOn = (fees: readonly LocalFee[], on: string, channel: 'direct' | 'post' | 'online' = 'direct') =>
  localFeeOn(fees, fee, { channel, on: civilDate(on) })?.amount;

describe('which amount holds', () => {
  test('none before its first day and after its last', () => {
    const fees = [aLocalFee({ validTo: civilDate('2022-12-31') })];
    expect(amountOn(fees, '2020-07-31')).toBeUndefined();
    expect(amountOn(fees, '2020-08-01')).toBe(100_000);
    expect(amountOn(fees, '2022-12-31')).toBe(100_000);
    expect(amountOn(fees, '2023-01-01')).toBeUndefined();
  });

  test('the later word from its first day on, the former before', () => {
    const fees = [aLocalFee(), aLocalFee({ amount: 50_000, validFrom: civilDate('2022-08-01') })];
    expect(amountOn(fees, '2022-07-31')).toBe(100_000);
    expect(amountOn(fees, '2022-08-01')).toBe(50_000);
  });

  test("the channel's own before the one of all channels, also when it was set earlier", () => {
    const fees = [aLocalFee({ channel: 'online', amount: 0 }), aLocalFee()];
    expect(amountOn(fees, '2022-07-25', 'online')).toBe(0);
    expect(amountOn(fees, '2022-07-25')).toBe(100_000);
  });

  test('another fee of the same procedure has its own', () => {
    expect(amountOn([aLocalFee({ per: 'bản sao' })], '2022-07-25')).toBeUndefined();
  });
});

describe('what may be set', () => {
  const wanted = (change: Partial<LocalFee>) => mayHold([aLocalFee()], aLocalFee(change), today);

  test('from today or later', () => {
    expect(wanted({ validFrom: today }).ok).toBe(true);
    expect(wanted({ validFrom: addDays(today, 7) }).ok).toBe(true);
  });

  test('never over a day that is gone', () => {
    expect(wanted({ validFrom: addDays(today, -1) })).toMatchObject({
      refusal: { code: 'catalogue/local-fee-in-the-past' },
    });
  });

  test('a gap in the past may be filled', () => {
    expect(mayHold([], aLocalFee(), today).ok).toBe(true);
    const early = aLocalFee({
      resolution: { ...aLocalFee().resolution, date: civilDate('2019-01-01') },
      validFrom: civilDate('2019-02-01'),
      validTo: civilDate('2020-07-31'),
    });
    expect(mayHold([aLocalFee()], early, today).ok).toBe(true);
  });

  test('not ending before it begins, not decided after it holds', () => {
    expect(wanted({ validFrom: addDays(today, 2), validTo: today })).toMatchObject({
      refusal: { code: 'catalogue/local-fee-ends-before' },
    });
    const late = { ...aLocalFee().resolution, date: addDays(today, 1) };
    expect(wanted({ validFrom: today, resolution: late })).toMatchObject({
      refusal: { code: 'catalogue/resolution-later' },
    });
  });
});

test('law: setting what may be set changes the amount of no day before today that had one', () => {
  const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days));
  const anyFee = fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 40 })), fc.integer({ min: 0, max: 500_000 }))
    .map(([validFrom, days, amount]) =>
      aLocalFee({ validFrom, validTo: days === null ? null : addDays(validFrom, days), amount }),
    );
  fc.assert(
    fc.property(fc.array(anyFee, { maxLength: 6 }), anyFee, (fees, wanted) => {
      if (!mayHold(fees, wanted, today).ok) return;
      for (let past: CivilDate = addDays(today, -70); past < today; past = addDays(past, 1)) {
        if (!fees.some((one) => holdsOn(one, past))) continue;
        const at = { channel: 'direct', on: past } as const;
        const after = localFeeOn([...fees, { ...wanted, ordinal: ordinal + 1 }], fee, at);
        expect(after).toEqual(localFeeOn(fees, fee, at));
      }
    }),
  );
});
