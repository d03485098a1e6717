import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import type { ClockEffects } from '#kernel/working-time/clock-effects.ts';
import { aFiling, leader, specialist } from '../testing.ts';
import { type CountedPress, calendar, counted, inWork } from '../testing-counted.ts';
import { anAccepted, type History, effects as of2018 } from '../testing-history.ts';
import { intervalsBegun } from './clock-interval.ts';
import { clockFacts, countingOf, dueDateOf } from './due-date-of.ts';
import { nationalDueAt } from './national-clock.ts';

const of2025: ClockEffects = {
  supplement: { effect: 'restart', basis: 'NĐ 118/2025/NĐ-CP', most: 1 },
  payment: { effect: 'suspend', basis: 'Luật về nghĩa vụ tài chính 2025' },
  opinion: { effect: 'none', basis: 'NĐ 118/2025/NĐ-CP' },
  reAppointment: { most: 1, basis: 'NĐ 118/2025/NĐ-CP' },
};
const regimes = [
  ['2018', of2018, instant('2022-07-25T08:00')],
  ['2025', of2025, instant('2025-07-21T08:00')],
] as const;

/** Received at 08:00 on a Monday for three working days, and in work. */
function received(regime: '2018' | '2025', at: Instant): History {
  const filing = aFiling({ regime });
  const clock = clockFacts(dueDateOf(calendar, filing, { received: at }), at, undefined);
  return inWork(anAccepted({ clock }, filing, at));
}
const later = (history: History, days: number, hours = 0) => {
  history.now = instantOfMs(msOfInstant(history.now) + (days * 24 + hours) * 3_600_000);
};
const dueDays = (history: History, from: Instant) => {
  const due = history.dossier.clock.dueAt;
  return due === null ? null : Math.floor((msOfInstant(due) - msOfInstant(from)) / 86_400_000);
};
const basesOf = ({ dossier }: History) => {
  const counting = countingOf(dossier);
  if (!counting) throw new Error('accepted');
  return dueDateOf(calendar, dossier.filing, counting).basis;
};

describe.each(regimes)('regime %s', (regime, effects, monday) => {
  const presses = counted(effects);

  test('a supplement starts the clock anew, and the derivation names the law of the regime', () => {
    const history = received(regime, monday);
    later(history, 1);
    expect(presses.ask(history)).toBe('ok');
    expect(history.dossier.clock).toMatchObject({ state: 'stopped', dueAt: null });
    later(history, 7);
    expect(presses.complete(history)).toBe('ok');
    expect(dueDays(history, monday)).toBe(11); // Tuesday a week later, and three working days
    expect(basesOf(history)).toContainEqual({ rule: 'restart', basis: effects.supplement.basis });
  });

  test('where the law of a procedure says that it only stands still, it goes on where it was', () => {
    const own = {
      ...effects,
      supplement: { ...effects.supplement, effect: 'suspend' as const, basis: 'Luật X' },
    };
    const [history, suspending] = [received(regime, monday), counted(own)];
    later(history, 1);
    expect(suspending.ask(history)).toBe('ok');
    expect(history.dossier).toMatchObject({
      state: 'awaiting-supplement',
      clock: { state: 'suspended', dueAt: null, remaining: { value: 3, unit: 'ngay_lam_viec' } },
    });
    expect(intervalsBegun(null, history.events, 'd').at(-1)?.kind).toBe('citizen');
    later(history, 7);
    expect(suspending.complete(history)).toBe('ok');
    expect(history.dossier.clock).toMatchObject({ state: 'running', countsFrom: monday });
    expect(dueDays(history, monday)).toBe(10); // Tuesday a week later is the first day, Thursday the third
    expect(history.dossier.national.dueAt).toBe(history.dossier.clock.dueAt);
    expect(basesOf(history)).toContainEqual({ rule: 'suspended', basis: 'Luật X' });
  });

  test('the wait for a payment is left out, by the law that is recorded with it', () => {
    const history = received(regime, monday);
    later(history, 1);
    expect(presses.bill(history)).toBe('ok');
    later(history, 2);
    expect(presses.pay(history)).toBe('ok');
    expect(dueDays(history, monday)).toBe(7); // Thursday, and two more days: Monday
    expect(basesOf(history)).toContainEqual({ rule: 'suspended', basis: effects.payment.basis });
  });

  test('an opinion does nothing to the clock, and nobody may say that it does', () => {
    const history = received(regime, monday);
    const { clock } = history.dossier;
    expect(presses.consult(history)).toBe('dossiers/opinion-counts');
    expect(presses.consult(history, false)).toBe('ok');
    later(history, 2);
    expect(presses.answer(history)).toBe('ok');
    expect(history.dossier.clock).toEqual(clock);
  });

  test('a new date is promised as often as the regime says', () => {
    const history = received(regime, monday);
    const promise = (days: number, most: number) => {
      const appointedAt = instantOfMs(msOfInstant(monday) + days * 86_400_000);
      return history.try('re-appoint', leader, {
        appointedAt,
        effects: { ...effects, reAppointment: { ...effects.reAppointment, most } },
      });
    };
    expect(promise(7, 1)).toBe('ok');
    expect(promise(9, 1)).toBe('dossiers/re-appointed-already');
    expect(promise(7, 2)).toBe('dossiers/new-date-not-later');
    expect(promise(9, 2)).toBe('ok');
    expect(history.dossier.reAppointments).toEqual({ made: 2, most: 2 });
    expect(dueDays(history, monday)).toBe(3);
  });
});

const verified: ClockEffects = {
  ...of2018,
  opinion: { effect: 'suspend', basis: 'NĐ 123/2015: thời gian xác minh' },
};

describe('an opinion for which the law of the procedure leaves the wait out', () => {
  const [, , monday] = regimes[0];
  const presses = counted(verified);

  test('stands still until the answer, for both clocks, with its law', () => {
    const history = received('2018', monday);
    later(history, 1);
    expect(presses.consult(history)).toBe('ok');
    expect(history.dossier).toMatchObject({
      state: 'in-progress',
      clock: { state: 'suspended', dueAt: null, remaining: { value: 3, unit: 'ngay_lam_viec' } },
      national: { dueAt: null },
    });
    expect(intervalsBegun(null, history.events, 'd').at(-1)).toMatchObject({
      kind: 'other-office',
      dueAt: null,
    });
    later(history, 7);
    expect(presses.answer(history)).toBe('ok');
    expect(history.dossier.clock).toMatchObject({ state: 'running', countsFrom: monday });
    expect(dueDays(history, monday)).toBe(10); // Tuesday a week later is the first day, Thursday the third
    expect(history.dossier.national.dueAt).toBe(history.dossier.clock.dueAt);
    expect(basesOf(history)).toContainEqual({ rule: 'suspended', basis: verified.opinion.basis });
  });

  test('of a limit that is over nothing is left to stand still: said, and asked without it, it stays over', () => {
    const history = received('2018', monday);
    later(history, 7);
    expect(presses.consult(history)).toBe('dossiers/nothing-left-to-suspend');
    expect(presses.consult(history, false)).toBe('ok');
    expect(history.dossier.clock.state).toBe('running');
    expect(dueDays(history, monday)).toBe(3);
    later(history, 3);
    presses.answer(history);
    expect(dueDays(history, monday)).toBe(3);
  });

  test('once the citizen is waited for, the answer moves nothing', () => {
    const history = received('2018', monday);
    later(history, 1);
    presses.consult(history);
    later(history, 1);
    expect(presses.bill(history)).toBe('ok');
    const { clock } = history.dossier;
    later(history, 1);
    expect(presses.answer(history)).toBe('ok');
    expect(history.dossier.clock).toEqual(clock);
    later(history, 4);
    expect(presses.pay(history)).toBe('ok');
    expect(dueDays(history, monday)).toBe(9);
  });

  test('the wait for the citizen that takes its place stands under its own law', () => {
    const history = received('2018', monday);
    later(history, 1);
    presses.consult(history);
    later(history, 1);
    const asked = history.now;
    expect(presses.bill(history)).toBe('ok');
    expect(history.dossier.clock.pauses).toMatchObject([
      { to: asked, basis: verified.opinion.basis },
      { from: asked, to: null, basis: verified.payment.basis },
    ]);
    expect(intervalsBegun(null, history.events, 'd').at(-1)?.kind).toBe('payment');
  });

  test('decided without the answer it is not late; taken back, it still waits', () => {
    const history = received('2018', monday);
    presses.consult(history);
    later(history, 30);
    history.try('finish-step', specialist);
    expect(history.try('decide', leader)).toBe('ok');
    expect(history.dossier).toMatchObject({ clock: { state: 'ended', dueAt: null } });
    expect(history.try('take-back', leader)).toBe('ok');
    expect(history.dossier.clock.state).toBe('suspended');
  });
});

const names: readonly CountedPress[] = ['ask', 'complete', 'bill', 'pay', 'consult', 'answer'];
const aLife = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat({ max: 4000 })), { maxLength: 14 });
const anEffect: fc.Arbitrary<ClockEffects> = fc
  .record({ restarts: fc.boolean(), suspends: fc.boolean() })
  .map(({ restarts, suspends }) => ({
    ...of2018,
    supplement: { ...of2018.supplement, effect: restarts ? 'restart' : 'suspend' },
    opinion: { ...of2018.opinion, effect: suspends ? 'suspend' : 'none' },
  }));

test('law: whatever the law says a wait does, both dates are those of the engine', () => {
  fc.assert(
    fc.property(anEffect, aLife, (effects, life) => {
      const [, , monday] = regimes[0];
      const [history, presses] = [received('2018', monday), counted(effects)];
      for (const [press, minutes] of life) {
        history.now = instantOfMs(msOfInstant(history.now) + minutes * 60_000);
        if (press === 'consult') presses.consult(history, effects.opinion.effect === 'suspend');
        else presses[press](history);
      }
      const { dossier } = history;
      const { clock, national, filing, state } = dossier;
      const counting = countingOf(dossier);
      if (!counting) throw new Error('accepted');
      expect(national.dueAt).toBe(nationalDueAt(calendar, dossier));
      if (clock.state === 'running') {
        expect(clock.dueAt).toBe(dueDateOf(calendar, filing, counting).due);
        expect([...clock.pauses, ...national.pauses].every(({ to }) => to !== null)).toBe(true);
        expect(clock.dueAt).not.toBeNull();
      } else expect(national.pauses.filter(({ to }) => to === null)).toHaveLength(1);
      if (state === 'in-progress' && !dossier.opinions.some(({ answeredAt }) => answeredAt === null))
        expect(clock.state).toBe('running');
    }),
    { numRuns: 300 },
  );
});
