import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { threeClocks } from '#kernel/working-time/three-clocks.ts';
import { calendar, counted, inWork } from '../testing-counted.ts';
import type { History } from '../testing-history.ts';
import { intervalsBegun } from './clock-interval.ts';
import type { DossierEvent } from './event.ts';
import { fold } from './fold.ts';
import { nationalDueAt } from './national-clock.ts';

const presses = counted();
type Press = 'ask' | 'complete' | 'bill' | 'pay';

function lived(list: readonly (readonly [press: Press, at: Instant])[]): History {
  const history = inWork();
  for (const [press, at] of list) {
    history.now = at;
    presses[press](history);
  }
  return history;
}
const at = (text: string) => instant(`2022-${text}`);

test('after a supplement: from the first receipt, the wait left out; the law starts anew', () => {
  const history = lived([
    ['ask', at('07-26T09:00')],
    ['complete', at('08-01T10:00')],
  ]);
  const { clock, national, supplements } = history.dossier;
  expect([clock.dueAt, national.dueAt, supplements]).toEqual([at('08-04T17:00'), at('08-03T17:00'), 1]);
});

test('a limit that was used up before the wait began stays used up', () => {
  const history = lived([['ask', at('08-02T09:00')]]);
  expect(history.dossier.clock.dueAt).toBeNull();
  expect(history.dossier.national.dueAt).toBe(at('07-28T17:00'));
});

test('a second request is counted; the first stays', () => {
  const history = lived([
    ['ask', at('07-26T09:00')],
    ['complete', at('08-01T10:00')],
    ['ask', at('08-02T09:00')],
  ]);
  expect(history.dossier.supplements).toBe(2);
  expect(intervalsBegun(null, history.events, 'd').map((one) => one.supplements)).toEqual(
    expect.arrayContaining([0, 1, 2]),
  );
});

const aLife = fc
  .array(fc.tuple(fc.constantFrom<Press>('ask', 'complete', 'bill', 'pay'), fc.nat({ max: 4000 })), {
    maxLength: 12,
  })
  .map((steps) => {
    let ms = msOfInstant(at('07-25T09:00'));
    return steps.map(([press, minutes]) => {
      ms += minutes * 60_000;
      return [press, instantOfMs(ms)] as const;
    });
  });

test('law: it is the date of the engine from the first receipt with every wait as a pause', () => {
  fc.assert(
    fc.property(aLife, (life) => {
      const { dossier } = lived(life);
      const { national, receivedAt: received, filing, clock } = dossier;
      if (!received) throw new Error('accepted');
      const supplements = national.pauses.map(({ from, to }) => ({ asked: from, completed: to }));
      const facts = { received, limit: filing.limit, cutoff: filing.cutoff, supplements };
      expect(national.dueAt).toBe(threeClocks(calendar, facts).national.due);
      if (dossier.supplements === 0 && clock.state === 'running') expect(national.dueAt).toBe(clock.dueAt);
    }),
  );
});

/** As histories were written before this clock was kept. */
const asBefore = (events: readonly DossierEvent[]) =>
  events.map((event) => {
    const { nationalDueAt: _, ...body } = event.body as { nationalDueAt?: Instant | null };
    return { ...event, body } as DossierEvent;
  });

test('law: what a history from before does not say is counted from it, to the same dates', () => {
  fc.assert(
    fc.property(aLife, (life) => {
      const { events, dossier } = lived(life);
      const old = asBefore(events);
      expect(fold('d', old).national.said).toBe(dossier.supplements === 0);
      const found = intervalsBegun(null, old, 'd', (one) => nationalDueAt(calendar, one));
      if (dossier.supplements > 0) {
        const since = events.find(({ type }) => type === 'supplement-asked')?.seq ?? 0;
        const told = intervalsBegun(null, events, 'd').filter(({ seq }) => seq >= since);
        expect(found.filter(({ seq }) => seq >= since)).toEqual(told);
      }
    }),
  );
});
