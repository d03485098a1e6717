import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { exemptionOf, exemptionsFor, type FeeExemption, mayCheck, maySay } from './exemption.ts';

const today = civilDate('2022-07-25');
let word = 0;

function anExemption(change: Partial<FeeExemption> = {}): FeeExemption {
  word += 1;
  return {
    id: `word-${word}`,
    key: 'ho-ngheo',
    word,
    name: { vi: 'Hộ nghèo', en: 'Poor' },
    percent: 100,
    procedureCodes: null,
    channel: null,
    proofNeeded: true,
    basis: 'Điều 10',
    unverified: true,
    validFrom: civilDate('2017-01-01'),
    validTo: null,
    setBy: null,
    checked: null,
    ...change,
  };
}

const percentOn = (all: readonly FeeExemption[], on: string) =>
  exemptionOf(all, 'ho-ngheo', civilDate(on))?.percent;

describe('which word holds', () => {
  test('the later one from its first day on, the former before', () => {
    const all = [anExemption(), anExemption({ percent: 50, validFrom: civilDate('2022-08-01') })];
    expect(percentOn(all, '2022-07-31')).toBe(100);
    expect(percentOn(all, '2022-08-01')).toBe(50);
  });

  test('what has ended has ended: the former does not come back', () => {
    const end = { validFrom: today, validTo: civilDate('2022-07-31') };
    const all = [anExemption(), anExemption(end)];
    expect(percentOn(all, '2022-07-31')).toBe(100);
    expect(percentOn(all, '2022-08-01')).toBeUndefined();
    const claimed = exemptionsFor(all, {
      procedureCode: '1.001193',
      channel: 'direct',
      on: civilDate('2022-08-01'),
    });
    expect(claimed).toEqual([]);
  });

  test('one group is offered once', () => {
    const all = [anExemption(), anExemption({ percent: 30, validFrom: today })];
    const offered = exemptionsFor(all, { procedureCode: '1.001193', channel: 'direct', on: today });
    expect(offered.map((one) => one.percent)).toEqual([30]);
  });
});

describe('what may be said', () => {
  test('from today or later, and not ending before it begins', () => {
    expect(maySay({ validFrom: today, validTo: null }, today).ok).toBe(true);
    expect(maySay({ validFrom: addDays(today, -1), validTo: null }, today)).toMatchObject({
      refusal: { code: 'catalogue/exemption-in-the-past', field: 'valid-from' },
    });
    expect(maySay({ validFrom: addDays(today, 2), validTo: today }, today)).toMatchObject({
      refusal: { code: 'catalogue/exemption-ends-before', field: 'valid-to' },
    });
  });

  test('law: what may be said changes no day before today', () => {
    const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days));
    const any = fc
      .tuple(day, fc.option(fc.integer({ min: 0, max: 40 })), fc.integer({ min: 1, max: 100 }))
      .map(([validFrom, days, percent]) =>
        anExemption({ validFrom, validTo: days === null ? null : addDays(validFrom, days), percent }),
      );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), any, (all, wanted) => {
        if (!maySay(wanted, today).ok) return;
        for (let past: CivilDate = addDays(today, -70); past < today; past = addDays(past, 1))
          expect(exemptionOf([...all, wanted], 'ho-ngheo', past)).toEqual(exemptionOf(all, 'ho-ngheo', past));
      }),
    );
  });
});

describe('who confirms', () => {
  const setBy = { accountId: 'clerk', name: 'Lê Ngọc Châu', at: instant('2022-07-25T08:00') };

  test('a second person, once', () => {
    expect(mayCheck(anExemption({ setBy }), 'other').ok).toBe(true);
    expect(mayCheck(anExemption({ setBy }), 'clerk')).toMatchObject({
      refusal: { code: 'catalogue/own-exemption' },
    });
    const checked = { source: 'Điều 10', accountId: 'x', name: 'X', at: setBy.at };
    expect(mayCheck(anExemption({ checked }), 'other')).toMatchObject({
      refusal: { code: 'catalogue/exemption-checked' },
    });
  });
});
