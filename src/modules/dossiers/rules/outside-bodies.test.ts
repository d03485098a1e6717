import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import type { ClockEffects } from '#kernel/working-time/clock-effects.ts';
import { aFiling, offices, specialist } from '../testing.ts';
import { calendar, inWork } from '../testing-counted.ts';
import { anAccepted, type History, effects as of2018 } from '../testing-history.ts';
import { intervalsBegun } from './clock-interval.ts';
import { countAgain, goingOn, standingStill } from './count-again.ts';
import { mayAnswer } from './dossier.ts';
import { clockFacts, dueDateOf } from './due-date-of.ts';
import { heldByOffice, heldStretches } from './held-time.ts';
import { lateCauseOf } from './late-cause.ts';
import type { OutsideBody } from './outside-bodies.ts';
import { publicDossier } from './public-dossier.ts';

const BOARD = 'Hội đồng Giám định y khoa';
const law: ClockEffects = { ...of2018, opinion: { effect: 'suspend', basis: 'Thông tư 01/2019' } };
const regimes = [
  ['2018', instant('2022-07-25T08:00')],
  ['2025', instant('2025-07-21T08:00')],
] as const;

/** Received at 08:00 on a Monday for three working days, and in work. */
function received(regime: '2018' | '2025', at = regimes[0][1]): History {
  const filing = aFiling({ regime });
  const clock = clockFacts(dueDateOf(calendar, filing, { received: at }), at, undefined);
  return inWork(anAccepted({ clock }, filing, at));
}
const later = (history: History, minutes: number) => {
  history.now = instantOfMs(msOfInstant(history.now) + minutes * 60_000);
};
const DAY = 24 * 60;

function wait(history: History, suspends: boolean, outside: OutsideBody = 'medical-board') {
  const still = countAgain(calendar, standingStill(history.dossier, history.now));
  if (!still) return 'no clock';
  const body = { outside, officeId: offices.section, officeName: BOARD };
  const answerBy = instantOfMs(msOfInstant(history.now) + 10 * DAY * 60_000).slice(0, 10) as never;
  return history.try('ask-opinion', specialist, { ...body, answerBy, suspends, still, effects: law });
}
function answered(history: History) {
  const order = history.dossier.opinions.find(({ answeredAt }) => answeredAt === null)?.order ?? 0;
  const goesOn = countAgain(calendar, goingOn(history.dossier, history.now));
  return history.try('answer-opinion', specialist, { order, goesOn });
}
const shown = ({ dossier, events }: History) => publicDossier(dossier, events);
const heldOf = ({ dossier, events, now }: History) =>
  heldByOffice(heldStretches(calendar, dossier.id, events, now));

describe.each(regimes)('regime %s', (regime, monday) => {
  test('a wait for a medical board stands still under its law; whoever holds it says when it is over', () => {
    const history = received(regime, monday);
    later(history, DAY);
    expect(wait(history, true)).toBe('ok');
    expect(history.dossier.clock).toMatchObject({
      state: 'suspended',
      pauses: [{ basis: 'Thông tư 01/2019' }],
    });
    expect(shown(history)?.waitsOutside).toBe(true);
    expect(JSON.stringify(shown(history))).not.toMatch(/y khoa|medical/);
    later(history, 7 * DAY);
    expect(answered(history)).toBe('ok');
    expect(shown(history)?.waitsOutside).toBe(false);
    expect(history.dossier.clock).toMatchObject({
      state: 'running',
      dueAt: instantOfMs(msOfInstant(monday) + (10 * 24 + 9) * 3_600_000),
    });
    expect(heldOf(history).waits.get('other-office')).toBeGreaterThan(0);
    const kinds = intervalsBegun(null, history.events, history.dossier.id);
    expect(kinds.find(({ kind }) => kind === 'other-office')).toMatchObject({ officeId: null });
  });

  test('where no law leaves it out the clock runs on, and the time is that of the body, of no office of ours', () => {
    const history = received(regime, monday);
    expect(wait(history, false, 'posting')).toBe('ok');
    later(history, 2 * DAY);
    expect(history.dossier.clock.state).toBe('running');
    const [most] = heldOf(history).offices;
    expect(most?.officeName).toBe(BOARD);
  });

  test('silent beyond the day that was expected, it is late by another office, not by who waits', () => {
    const history = received(regime, monday);
    expect(wait(history, false)).toBe('ok');
    later(history, 20 * DAY);
    const cause = lateCauseOf({
      ...{ calendar, id: history.dossier.id, events: history.events, incidents: [], now: history.now },
    });
    expect(cause?.parts.some((part) => part.cause === 'other-office' && part.officeName === BOARD)).toBe(
      true,
    );
    expect(cause?.parts.find((part) => part.cause === 'other-office')?.officeId).toBeNull();
  });
});

test('two of a kind may be waited for at once; the clock goes on when the last of them is done', () => {
  const history = received('2018');
  later(history, DAY);
  expect(wait(history, true, 'court')).toBe('ok');
  expect(wait(history, true, 'court')).toBe('dossiers/outside-open'); // pressed twice
  later(history, DAY);
  expect(wait(history, true, 'court')).toBe('ok');
  later(history, DAY);
  expect(answered(history)).toBe('ok');
  expect(history.dossier.clock.state).toBe('suspended');
  later(history, DAY);
  expect(answered(history)).toBe('ok');
  expect(history.dossier.clock.state).toBe('running');
});

test('who holds the dossier now writes down what came, also for a wait that another office began', () => {
  const one = { outside: 'court', officeId: offices.section } as const;
  const holder = { officeId: offices.oneStop, accountId: null, since: regimes[0][1] } as never;
  expect(mayAnswer({ holder }, one, offices.oneStop)).toBe(true);
  expect(mayAnswer({ holder }, one, offices.section)).toBe(true);
  expect(mayAnswer({ holder }, { ...one, outside: null }, offices.oneStop)).toBe(false);
});

test('only where the law of the procedure says so, and only what is left of a limit, can stand still', () => {
  const history = received('2018');
  const still = countAgain(calendar, standingStill(history.dossier, history.now));
  if (!still) throw new Error('it counts');
  const asked = {
    outside: 'post' as const,
    officeId: offices.section,
    officeName: 'Bưu chính',
    suspends: true,
  };
  expect(history.try('ask-opinion', specialist, { ...asked, still, effects: of2018 })).toBe(
    'dossiers/opinion-counts',
  );
  later(history, 10 * DAY);
  expect(wait(history, true)).toBe('dossiers/nothing-left-to-suspend');
});

test('law: never earlier than without the wait, and the parts sum to the whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 3000 }), { minLength: 2, maxLength: 8 }),
      fc.boolean(),
      (minutes, suspends) => {
        const history = received('2018');
        const before = history.dossier.clock.dueAt ?? '';
        for (const [index, some] of minutes.entries()) {
          later(history, some);
          if (index % 2 === 0) wait(history, suspends);
          else answered(history);
        }
        const { dueAt } = history.dossier.clock;
        if (dueAt !== null) expect(dueAt >= before).toBe(true);
        const { offices: held, counted, waits, stopped } = heldOf(history);
        const stretches = heldStretches(calendar, history.dossier.id, history.events, history.now);
        const whole = stretches.reduce((sum, one) => sum + one.minutes, 0);
        expect(counted + stopped).toBe(whole);
        expect(held.reduce((sum, one) => sum + one.minutes, 0)).toBe(counted);
        expect([...waits.values()].reduce((sum, one) => sum + one, 0)).toBe(stopped);
      },
    ),
    { numRuns: 200 },
  );
});
