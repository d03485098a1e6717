import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { seedCatalogue } from '../testing.ts';
import { type ClockEffect, effectsOf } from './clock-effect.ts';

const seed = seedCatalogue().clockEffects;
const inForce = (regime: '2018' | '2025', code: string, effects: readonly ClockEffect[] = seed) =>
  effects.filter((one) => one.regime === regime && [null, code].includes(one.procedureCode));

test.each(['2018', '2025'] as const)(
  'regime %s: restart, suspend, none; once, once; each with its law',
  (regime) => {
    const effects = effectsOf(inForce(regime, '1.001612'));
    expect(effects).toMatchObject({
      supplement: { effect: 'restart', most: 1 },
      payment: { effect: 'suspend' },
      opinion: { effect: 'none' },
      reAppointment: { most: 1 },
    });
    const decree = regime === '2018' ? 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản' : 'Nghị định 118/2025/NĐ-CP';
    for (const { basis } of [effects.supplement, effects.opinion, effects.reAppointment])
      expect(basis).toContain(decree);
  },
);

test('where the law of a procedure says otherwise it goes before the regime, with its own text', () => {
  const { opinion, supplement } = effectsOf(inForce('2018', '1.004873'));
  expect(opinion).toEqual({
    effect: 'suspend',
    basis: expect.stringContaining('xác minh tình trạng hôn nhân'),
  });
  expect(supplement.effect).toBe('restart');
  const own: ClockEffect = {
    ...{ regime: '2025', procedureCode: '1.001612', event: 'supplement', effect: 'suspend', most: null },
    ...{ basis: 'Luật của ngành', checked: true, validFrom: null, validTo: null },
  };
  expect(effectsOf(inForce('2025', '1.001612', [...seed, own])).supplement).toEqual({
    ...{ effect: 'suspend', basis: 'Luật của ngành', most: 1 },
  });
});

test('of two rows in force the later holds; without the rule of the regime nothing is guessed', () => {
  const later: ClockEffect = {
    ...{ regime: '2018', procedureCode: null, event: 're-appointment', effect: null, most: 2 },
    ...{ basis: 'Nghị định mới', checked: true, validFrom: civilDate('2024-01-01'), validTo: null },
  };
  expect(effectsOf(inForce('2018', 'x', [later, ...seed])).reAppointment.most).toBe(2);
  expect(effectsOf(inForce('2018', 'x', [...seed, later])).reAppointment.most).toBe(2);
  expect(() => effectsOf([later])).toThrow('supplement');
});

test('every procedure of the seed that is named is one of the catalogue', () => {
  const codes = new Set(seedCatalogue().procedures.map(({ code }) => code));
  for (const { procedureCode } of seed) expect(procedureCode === null || codes.has(procedureCode)).toBe(true);
});
