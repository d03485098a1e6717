import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { anActor, clerk, offices, specialist } from '../testing.ts';
import { anAccepted, type History } from '../testing-history.ts';
import { heldByOffice, heldStretches } from './held-time.ts';

const calendar = new WorkCalendar({
  days: [],
  knownFrom: civilDate('2018-01-01'),
  knownUntil: civilDate('2030-12-31'),
});
const asked = anActor('specialist', offices.asked, 'asked');

const after = (history: History, minutes: number) => {
  history.now = instantOfMs(msOfInstant(history.now) + minutes * 60_000);
};

test('an opinion is time of the asked office; a supplement and a payment stand apart; together the whole', () => {
  const history = anAccepted();
  const presses = [
    ['forward', clerk, 10],
    ['confirm-receipt', specialist, 20],
    ['start-step', specialist, 1],
    ['ask-opinion', specialist, 14],
    ['answer-opinion', asked, 30],
    ['ask-for-payment', specialist, 5],
    ['record-payment', clerk, 7],
    ['ask-for-supplement', specialist, 3],
    ['announce-supplement', clerk, 2],
    ['receive-supplement', clerk, 11],
  ] as const;
  for (const [command, actor, minutes] of presses) {
    after(history, minutes);
    expect(history.try(command, actor), command).toBe('ok');
  }
  const stretches = heldStretches(calendar, 'd', history.events, history.now);
  const held = heldByOffice(stretches);
  expect(stretches.find(({ officeId }) => officeId === offices.asked)).toMatchObject({
    minutes: 30,
    wait: null,
  });
  expect(held.waits.get('payment')).toBe(7);
  expect(held.waits.get('citizen')).toBeGreaterThan(0);
  const whole = officeMinutesBetween(calendar, instant('2022-07-25T08:00:00'), history.now);
  expect(held.counted + held.stopped).toBe(whole);
});
