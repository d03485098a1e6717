import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { anActor, clerk, leader, offices, resultClerk, specialist, unitLeader } from '../testing.ts';
import { anAccepted, type History, inputs } from '../testing-history.ts';
import { after } from './after.ts';
import { intervalsBegun, spentBy } from './clock-interval.ts';
import type { LaterCommand } from './command.ts';
import { recomputedEvent } from './count-again.ts';
import { keptClock, readClock } from './kept-clock.ts';
import { movedClock } from './moved-clock.ts';
import { dueProjection, projection } from './projection.ts';

const known = { knownFrom: civilDate('2018-01-01'), knownUntil: civilDate('2030-12-31') };
const asked = anActor('specialist', offices.asked, 'asked');
const head = anActor('one-stop-head', offices.oneStop);
const anyPress = fc.record({
  command: fc.constantFrom(...(Object.keys(inputs) as LaterCommand[])),
  actor: fc.constantFrom(clerk, head, specialist, unitLeader, leader, resultClerk, asked),
  minutes: fc.nat({ max: 3000 }),
});
const later = (history: History, minutes: number) => {
  history.now = instantOfMs(msOfInstant(history.now) + minutes * 60_000);
};

test('law: whatever people press, a calendar moves by the kept clock what it moves by the whole history', () => {
  let moved = 0;
  const daysOff = fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(anyPress, { maxLength: 30 }), daysOff, (presses, off) => {
      const history = anAccepted();
      const start = msOfInstant(history.now);
      for (const { command, actor, minutes } of presses) {
        later(history, minutes);
        history.try(command, actor);
      }
      let { dossier } = history;
      for (const count of [off.length, 1]) {
        const days = off.slice(0, count).map((day) => ({
          date: civilDate(instantOfMs(start + day * 86_400_000).slice(0, 10)),
          kind: 'holiday' as const,
          name: 'Bão',
          checked: true,
        }));
        const calendar = new WorkCalendar({ ...known, days });
        const kept = keptClock(dossier);
        const byHistory = recomputedEvent(calendar, dossier, history.now);
        if (kept === null) {
          expect(byHistory).toBeUndefined();
          return;
        }
        const clock = readClock(kept);
        expect([clock.clock, clock.national, clock.filing.limit]).toEqual([
          ...[dossier.clock, dossier.national, dossier.filing.limit],
        ]);
        const event = recomputedEvent(calendar, clock, history.now);
        expect(event).toEqual(byHistory);
        if (!event) continue;
        moved += 1;
        const written = { ...event, seq: dossier.seq + 1 };
        const next = after(dossier, written, 'd');
        const { kind, officeId, accountId } = spentBy(dossier);
        const { columns, interval } = movedClock(
          clock,
          { spent: { kind, officeId, accountId }, stepIndex: dossier.stepIndex },
          written,
        );
        expect({ ...dueProjection(dossier), ...columns }).toEqual(dueProjection(next));
        expect(projection(next)).toEqual(projection(dossier)); // no calendar moves the row itself
        expect(interval ? [interval] : []).toEqual(intervalsBegun(dossier, [written], 'd'));
        dossier = next;
      }
    }),
    { numRuns: 400 },
  );
  expect(moved).toBeGreaterThan(100);
});
