import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { aFiling } from '../testing.ts';
import { type CountedPress, calendar, counted, inWork } from '../testing-counted.ts';
import { anAccepted, effects } from '../testing-history.ts';
import { after } from './after.ts';
import { shortens } from './commitment.ts';
import { recomputedEvent } from './count-again.ts';
import { clockFacts, committedDateOf, countingOf, dueDateOf, earlierPromise } from './due-date-of.ts';
import { keptClock, readClock } from './kept-clock.ts';

const monday = instant('2022-07-25T08:00');
const promised = (value: number) => ({
  limit: { value, unit: 'ngay_lam_viec' as const },
  basis: '15/QĐ-UBND ngày 01/07/2022 của UBND huyện Châu Thành',
});

/** Three working days by the law. */
function received(days: number | null) {
  const filing = aFiling(days === null ? {} : { commitment: promised(days) });
  const counting = { received: monday };
  const clock = clockFacts(
    dueDateOf(calendar, filing, counting),
    monday,
    committedDateOf(calendar, filing, counting),
  );
  return inWork(anAccepted({ clock }, filing, monday));
}

test('two of three days: the promised date stands beside the legal one; none promised leaves no trace', () => {
  const { clock } = received(2).dossier;
  expect([clock.committedAt, clock.dueAt]).toEqual([
    instant('2022-07-27T17:00:00'),
    instant('2022-07-28T17:00:00'),
  ]);
  const without = received(null);
  expect(without.dossier.clock.committedAt).toBeNull();
  expect(JSON.stringify(without.events)).not.toContain('committed');
});

test('of a case that is shorter already, or with time added, nothing is promised', () => {
  const limit = { value: 3, unit: 'ngay_lam_viec' as const };
  expect(shortens(promised(2), { limit, addedTime: null })).toBe(true);
  expect(shortens(promised(3), { limit, addedTime: null })).toBe(false);
  expect(shortens(promised(2), { limit: { value: 30, unit: 'ngay' }, addedTime: null })).toBe(false);
  expect(shortens(promised(2), { limit, addedTime: { key: 'vung-kho-khan', value: 10 } })).toBe(false);
  expect(shortens(promised(2), { limit: null, addedTime: null })).toBe(false);
});

test('what is shown before accepting is what accepting keeps (any working days, any moment)', () => {
  const days = fc.integer({ min: 1, max: 12 });
  const minutes = fc.integer({ min: 0, max: 14 * 24 * 60 });
  fc.assert(
    fc.property(days, days, minutes, fc.boolean(), (legal, shorter, later, added) => {
      const addedTime = added ? { key: 'vung-kho-khan', value: 1 } : null;
      const filing = aFiling({ limit: { value: legal, unit: 'ngay_lam_viec' }, addedTime });
      const now = instantOfMs(msOfInstant(monday) + later * 60_000);
      const law = dueDateOf(calendar, filing, { received: now });
      const commitment = promised(shorter);
      const shown = earlierPromise(calendar, filing, commitment, { received: now, legal: law });
      const kept = shortens(commitment, filing) ? { ...filing, commitment } : filing;
      const { committedAt, dueAt } = clockFacts(law, now, committedDateOf(calendar, kept, { received: now }));
      expect(shown?.due ?? dueAt).toBe(committedAt ?? dueAt);
      expect(shown !== null).toBe(shorter < legal && !added);
    }),
  );
});

test('a day off that moves the promise alone: the applicant has to be told, of the date on their receipt', () => {
  const limit = (value: number) => ({ value, unit: 'ngay' as const });
  const filing = aFiling({ limit: limit(10), commitment: { limit: limit(4), basis: '15/QĐ-UBND' } });
  const counting = { received: monday };
  const due = dueDateOf(calendar, filing, counting);
  const clock = clockFacts(due, monday, committedDateOf(calendar, filing, counting));
  const { dossier, now } = inWork(anAccepted({ clock }, filing, monday));
  const off = { date: civilDate('2022-07-29'), kind: 'holiday' as const, name: 'Bão', checked: true };
  const known = { knownFrom: civilDate('2022-01-01'), knownUntil: civilDate('2026-12-31') };
  const event = recomputedEvent(new WorkCalendar({ ...known, days: [off] }), dossier, now);
  if (!event) throw new Error('it moves');
  const moved = after(dossier, { ...event, seq: dossier.seq + 1 }, dossier.id);
  expect([dossier.clock.committedAt, moved.clock.committedAt].map((at) => at?.slice(0, 10))).toEqual([
    ...['2022-07-29', '2022-08-01'],
  ]);
  expect(moved.clock.dueAt).toBe(dossier.clock.dueAt);
  expect(moved.knownDueAt).toBe(dossier.clock.committedAt);
});

const names: readonly CountedPress[] = ['ask', 'complete', 'bill', 'pay', 'consult', 'answer'];
const aLife = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat({ max: 4000 })), { maxLength: 14 });
const someEffects = fc.record({ restarts: fc.boolean(), suspends: fc.boolean() });
const daysOff = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 5 });

test('law: whatever happens, never later than the legal date, and counted by the engine with the same waits', () => {
  let running = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 }), someEffects, aLife, daysOff, (days, kinds, life, off) => {
      const history = received(days);
      const presses = counted({
        ...effects,
        supplement: { ...effects.supplement, effect: kinds.restarts ? 'restart' : 'suspend' },
      });
      for (const [press, minutes] of life) {
        history.now = instantOfMs(msOfInstant(history.now) + minutes * 60_000);
        if (press === 'consult') presses.consult(history, kinds.suspends);
        else presses[press](history);
      }
      const { dossier } = history;
      const { clock, filing } = dossier;
      const { committedAt, dueAt } = clock;
      if (committedAt !== null && dueAt !== null) expect(committedAt <= dueAt).toBe(true);
      if (clock.state === 'stopped') expect(committedAt).toBeNull();
      const counting = countingOf(dossier);
      if (clock.state !== 'running' || !counting) return;
      running += 1;
      expect(committedAt).toBe(committedDateOf(calendar, filing, counting)?.due);

      const other = new WorkCalendar({
        ...{ knownFrom: civilDate('2022-01-01'), knownUntil: civilDate('2026-12-31') },
        days: off.map((day) => ({
          date: civilDate(instantOfMs(msOfInstant(history.now) + day * 86_400_000).slice(0, 10)),
          ...{ kind: 'holiday' as const, name: 'Bão', checked: true },
        })),
      });
      const moved = recomputedEvent(other, dossier, history.now);
      const kept = keptClock(dossier);
      expect(kept && recomputedEvent(other, readClock(kept), history.now)).toEqual(moved);
      if (moved?.type !== 'due-date-recomputed') return;
      const { clock: after } = moved.body;
      expect(after.committedAt).toBe(committedDateOf(other, filing, counting)?.due);
      expect((after.committedAt ?? '') >= (committedAt ?? '')).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(running).toBeGreaterThan(100);
});
