import { describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { anActor, clerk, offices, specialist } from '../testing.ts';
import { anAccepted } from '../testing-history.ts';
import { lastLate } from './last-late.ts';

/** Accepted on Monday 25 July, due on Thursday. */
const begun = () => {
  const history = anAccepted();
  const due = history.dossier.clock.dueAt;
  if (!due) throw new Error('it has a due date');
  return { history, due };
};
const at = (day: string) => instant(`2022-08-${day}T08:00`);

describe('when it was late last', () => {
  test('in time: never', () => {
    const { history, due } = begun();
    expect(lastLate('d', history.events, due)).toBeNull();
    expect(lastLate('d', [], due)).toBeNull();
  });

  test('overdue: now, with all its history', () => {
    const { history } = begun();
    expect(lastLate('d', history.events, at('10'))).toEqual({ events: history.events, at: at('10') });
  });

  test('withdrawn when it was overdue: until then', () => {
    const { history } = begun();
    const before = [...history.events];
    history.now = at('10');
    expect(history.try('withdraw', clerk, {})).toBe('ok');
    expect(lastLate('d', history.events, at('20'))).toEqual({ events: before, at: at('10') });
  });

  test('annulled: it counts nowhere, whenever it was', () => {
    const { history } = begun();
    history.now = instant('2022-07-25T16:00');
    expect(history.try('annul-acceptance', anActor('one-stop-head', offices.oneStop), {})).toBe('ok');
    expect(lastLate('d', history.events, at('20'))).toBeNull();
  });

  test('waiting for a payment that was asked for too late: until it was asked', () => {
    const { history } = begun();
    history.now = instant('2022-07-25T09:00');
    for (const [command, actor] of [
      ['forward', clerk],
      ['confirm-receipt', specialist],
      ['start-step', specialist],
    ] as const)
      expect(history.try(command, actor, {})).toBe('ok');
    const before = [...history.events];
    history.now = at('10');
    expect(history.try('ask-for-payment', specialist, {})).toBe('ok');
    expect(lastLate('d', history.events, at('20'))).toEqual({ events: before, at: at('10') });
  });
});
