import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, civilDateOfDayNumber, dayNumber } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { effectsOf } from './clock-effect.ts';
import {
  type DatedEffect,
  formerOf,
  lastDayOf,
  mayCompare,
  maySet,
  mayTakeBack,
  ownRowsBeside,
  standingOf,
  type WantedEffect,
} from './dated-effect.ts';
import { choiceOf, clockChoices, readClockEffect } from './read-clock-effect.ts';

const by = { accountId: 'a', name: 'Lê Ngọc Châu', at: instant('2022-07-25T08:00') };
const loaded: DatedEffect = {
  ...{ id: '0', regime: '2018', procedureCode: null, event: 're-appointment', effect: null, most: 1 },
  ...{ basis: 'Luật', checked: true, validFrom: null, validTo: null },
  ...{ setBy: null, takenBack: null, comparison: null },
};
const from = (day: string, change: Partial<DatedEffect> = {}): DatedEffect => ({
  ...{ ...loaded, id: day, most: 2, basis: `Luật ${day}`, validFrom: civilDate(day), setBy: by },
  ...{ checked: false, ...change },
});
const wanted = (day: string, change: Partial<WantedEffect> = {}): WantedEffect => ({
  ...{ regime: '2018', procedureCode: null, event: 're-appointment', effect: null, most: 2, basis: 'Mới' },
  ...{ validFrom: civilDate(day), ...change },
});
const today = civilDate('2022-07-25');

describe('rows of the clock by their days', () => {
  test('the former ends the day before; what is taken back, of another kind or procedure ends nothing', () => {
    expect(lastDayOf([loaded, from('2022-08-01')], loaded)).toBe('2022-07-31');
    for (const other of [
      from('2022-08-01', { takenBack: by }),
      from('2022-08-01', { event: 'opinion' }),
      from('2022-08-01', { procedureCode: '1.001612' }),
      from('2022-08-01', { regime: '2025' }),
    ])
      expect(lastDayOf([loaded, other], loaded)).toBeNull();
    const ends = { ...loaded, validTo: civilDate('2022-07-29') };
    expect(lastDayOf([ends, from('2022-08-01')], ends)).toBe('2022-07-29');
  });

  test('a row of all procedures leaves alone what holds for one of them on its first day', () => {
    const own = from('2022-06-01', { procedureCode: '1.001612' });
    const beside = (one: DatedEffect) =>
      ownRowsBeside([loaded, one], wanted('2022-08-01')).map(({ id }) => id);
    expect(beside(own)).toEqual(['2022-06-01']);
    for (const other of [
      from('2022-08-02', { procedureCode: '1.001612' }),
      { ...own, takenBack: by },
      { ...own, validTo: civilDate('2022-07-31') },
      { ...own, regime: '2025' as const },
      { ...own, event: 'opinion' as const },
    ])
      expect(beside(other)).toEqual([]);
    expect(ownRowsBeside([own], wanted('2022-08-01', { procedureCode: '1.001612' }))).toEqual([]);
  });

  test('only a later day may change, no day twice, and not to what it is already', () => {
    const code = (all: readonly DatedEffect[], one: WantedEffect) => {
      const may = maySet(all, one, today);
      return may.ok ? 'ok' : may.refusal.code;
    };
    expect(code([loaded], wanted('2022-07-24'))).toBe('catalogue/clock-effect-not-later');
    expect(code([loaded], wanted('2022-07-25'))).toBe('catalogue/clock-effect-not-later');
    expect(code([loaded], wanted('2022-07-26'))).toBe('ok');
    const coming = from('2022-08-01');
    expect(code([loaded, coming], wanted('2022-08-01'))).toBe('catalogue/clock-effect-that-day');
    expect(code([loaded, { ...coming, takenBack: by }], wanted('2022-08-01'))).toBe('ok');
    expect(code([loaded], wanted('2022-07-26', { most: 1, basis: 'Luật' }))).toBe(
      'catalogue/clock-effect-same',
    );
    expect(formerOf([loaded, coming], wanted('2022-08-02'))).toBe(coming);
  });

  test('taken back before its first day only, and only what a person set', () => {
    expect(mayTakeBack(from('2022-07-26'), today).ok).toBe(true);
    expect(mayTakeBack(from('2022-07-25'), today)).toMatchObject({
      refusal: { code: 'catalogue/clock-effect-began' },
    });
    expect(mayTakeBack(loaded, today)).toMatchObject({ refusal: { code: 'catalogue/clock-effect-loaded' } });
  });

  test('compared by a second person, once', () => {
    const row = from('2022-08-01');
    expect(mayCompare(row, 'b').ok).toBe(true);
    expect(mayCompare(row, 'a')).toMatchObject({ refusal: { code: 'catalogue/own-clock-effect' } });
    expect(mayCompare(loaded, 'b')).toMatchObject({ refusal: { code: 'catalogue/clock-effect-compared' } });
    expect(mayCompare({ ...row, takenBack: by }, 'b').ok).toBe(false);
  });

  test('law: whatever is set from tomorrow on, no day until today is counted otherwise', () => {
    const days = fc.integer({ min: -400, max: 400 });
    const row = days.map((day) => from(civilDateOfDayNumber(dayNumber(today) + day)));
    const rest: DatedEffect[] = (['supplement', 'payment', 'opinion'] as const).map((event) => ({
      ...{ ...loaded, id: event, event },
      effect: 'suspend',
    }));
    const on = (all: readonly DatedEffect[], day: typeof today) =>
      effectsOf([...all.filter((one) => (one.validFrom ?? '') <= day), ...rest]).reAppointment;
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), days, days, (rows, first, past) => {
        const all = [loaded, ...rows];
        const one = wanted(civilDateOfDayNumber(dayNumber(today) + first));
        fc.pre(maySet(all, one, today).ok);
        const after = [...all, from(one.validFrom, { basis: 'Mới' })];
        const day = civilDateOfDayNumber(dayNumber(today) - Math.abs(past));
        expect(on(after, day)).toEqual(on(all, day));
        expect(on(after, one.validFrom).basis).toBe('Mới');
        const former = formerOf(all, one);
        if (former) expect(lastDayOf(after, former)).toBe(addDays(one.validFrom, -1));
        expect(after.filter((each) => standingOf(after, each, today) === 'now').length).toBe(
          all.filter((each) => standingOf(all, each, today) === 'now').length,
        );
      }),
    );
  });
});

describe('the form of a new row', () => {
  const typed = {
    ...{ regime: '2018', procedure: '', what: 're-appointment-most', most: '2' },
    ...{ basis: ' Nghị định mới ', 'valid-from': '01/08/2022' },
  };
  const problems = (change: Partial<typeof typed>) => {
    const read = readClockEffect({ ...typed, ...change });
    return read.ok ? [] : read.problems.map(({ field }) => field);
  };

  test('reads what is typed', () => {
    expect(readClockEffect(typed)).toEqual({
      ok: true,
      value: { ...wanted('2022-08-01'), basis: 'Nghị định mới' },
    });
    for (const choice of clockChoices) {
      const most = choice.startsWith('payment') || choice.startsWith('opinion') ? '' : '1';
      const read = readClockEffect({ ...typed, what: choice, most });
      expect(read.ok && choiceOf(read.value)).toBe(choice);
    }
  });

  test('everything that is wrong at once, each at its field', () => {
    expect(problems({ regime: 'x', what: '', basis: ' ', most: 'hai', 'valid-from': '31/02/2022' })).toEqual([
      'regime',
      'what',
      'most',
      'basis',
      'valid-from',
    ]);
    expect(problems({ basis: 'x'.repeat(501) })).toEqual(['basis']);
  });

  test('how often: where it is counted, and only there', () => {
    expect(problems({ most: '' })).toEqual(['most']);
    expect(problems({ most: '0' })).toEqual(['most']);
    expect(problems({ what: 'supplement-suspend', most: '' })).toEqual(['most']);
    expect(problems({ what: 'supplement-suspend', most: '', procedure: '1.001612' })).toEqual([]);
    expect(problems({ what: 'payment-suspend' })).toEqual(['most']);
    expect(problems({ what: 'payment-suspend', most: '' })).toEqual([]);
  });
});
