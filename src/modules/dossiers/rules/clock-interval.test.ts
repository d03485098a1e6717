import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { anActor, clerk, leader, offices, resultClerk, specialist, unitLeader } from '../testing.ts';
import { anAccepted, type History, inputs } from '../testing-history.ts';
import { type BegunInterval, intervalsBegun, spentBy } from './clock-interval.ts';
import type { LaterCommand } from './command.ts';

const calendar = new WorkCalendar({
  days: [],
  knownFrom: civilDate('2018-01-01'),
  knownUntil: civilDate('2030-12-31'),
});
const head = anActor('one-stop-head', offices.oneStop);
const asked = anActor('specialist', offices.asked, 'asked');
const everybody = [clerk, head, specialist, unitLeader, leader, resultClerk, asked];

const later = (history: History, minutes: number) => {
  history.now = instantOfMs(msOfInstant(history.now) + minutes * 60_000);
};
const kinds = (history: History) =>
  intervalsBegun(null, history.events, 'd').map(({ kind, officeId }) => [kind, officeId]);

test('a supplement, a payment and an opinion each say whom it waits for, the end that nobody has it', () => {
  const history = anAccepted();
  const presses = [
    ['forward', clerk],
    ['confirm-receipt', specialist],
    ['start-step', specialist],
    ['ask-opinion', specialist],
    ['answer-opinion', asked],
    ['ask-for-payment', specialist],
    ['record-payment', clerk],
    ['start-step', specialist],
    ['ask-for-supplement', specialist],
    ['announce-supplement', clerk],
    ['receive-supplement', clerk],
    ['withdraw', clerk],
  ] as const;
  for (const [command, actor] of presses) {
    later(history, 30);
    history.try(command, actor);
  }
  const found = kinds(history);
  expect(found.at(0)).toEqual(['running', offices.oneStop]);
  expect(found).toContainEqual(['other-office', offices.asked]);
  expect(found.map(([kind]) => kind)).toEqual(expect.arrayContaining(['payment', 'citizen']));
  expect(found.at(-1)).toEqual(['ended', null]);
});

const minutesOf = (intervals: readonly BegunInterval[], end: Instant) =>
  intervals.map(({ from }, index) => officeMinutesBetween(calendar, from, intervals[index + 1]?.from ?? end));

const anyPress = fc.record({
  command: fc.constantFrom(...(Object.keys(inputs) as LaterCommand[])),
  actor: fc.constantFrom(...everybody),
  minutes: fc.nat({ max: 3000 }),
});

test('law: whatever people press, the intervals follow each other, sum exactly to the whole, and are those of the whole history', () => {
  fc.assert(
    fc.property(fc.array(anyPress, { maxLength: 30 }), (presses) => {
      const history = anAccepted();
      const written = intervalsBegun(null, history.events, 'd');
      for (const { command, actor, minutes } of presses) {
        later(history, minutes);
        const [before, known] = [history.dossier, history.events.length];
        history.try(command, actor);
        written.push(...intervalsBegun(before, history.events.slice(known), 'd'));
      }
      expect(written).toEqual(intervalsBegun(null, history.events, 'd'));
      expect(written.at(-1)).toMatchObject(spentBy(history.dossier));
      for (const [index, { from, seq }] of written.entries()) {
        const next = written[index + 1];
        if (!next) continue;
        expect(next.from >= from && next.seq > seq).toBe(true);
        expect({ ...next, from, seq }).not.toEqual(written[index]);
      }
      const sum = minutesOf(written, history.now).reduce((so, one) => so + one, 0);
      const first = written[0]?.from ?? history.now;
      expect(sum).toBe(officeMinutesBetween(calendar, first, history.now));
    }),
    { numRuns: 300 },
  );
});
