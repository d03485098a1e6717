import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { anAcceptance, clerk, leader, specialist } from '../testing.ts';
import { inWork } from '../testing-counted.ts';
import { anAccepted } from '../testing-history.ts';
import { publicDossier } from './public-dossier.ts';
import { registerRow } from './register-row.ts';
import { appointedInForce, dateOnRecord } from './said-dates.ts';

const monday = instant('2022-07-25T08:00');
const clockTo = (date: string) => ({ ...anAcceptance().clock, dueAt: instant(date) });
/** Due on 3 August by its receipt, and in work. */
const received = () => inWork(anAccepted({ clock: clockTo('2022-08-03T17:00') }, undefined, monday));

test('while nothing counts the date on record is the last that did, also when no receipt says it', () => {
  const history = received();
  const onRecord = () => dateOnRecord(history.dossier, history.events);
  expect(onRecord()).toBe(instant('2022-08-03T17:00'));
  expect(history.try('ask-for-payment', specialist)).toBe('ok');
  expect(onRecord()).toBe(instant('2022-08-03T17:00'));
  expect(history.try('record-payment', clerk, { clock: clockTo('2022-08-11T17:00') })).toBe('ok');
  expect(onRecord()).toBe(instant('2022-08-11T17:00'));
  expect(history.try('ask-for-supplement', specialist)).toBe('ok');
  expect(history.dossier.clock.dueAt).toBeNull();
  expect(onRecord()).toBe(instant('2022-08-11T17:00'));
});

test('papers that come after an apology may move the date of the law beyond the promised one: that holds then', () => {
  const history = received();
  const appointedAt = instant('2022-08-09T17:00');
  expect(history.try('re-appoint', leader, { appointedAt })).toBe('ok');
  const said = () => {
    const { dossier, events } = history;
    const row = registerRow(dossier, events);
    return [publicDossier(dossier, events)?.appointedAt, row?.appointedAt ?? row?.dueAt];
  };
  expect(said()).toEqual([appointedAt, appointedAt]);
  expect(history.try('ask-for-supplement', specialist)).toBe('ok');
  expect(history.try('announce-supplement', clerk)).toBe('ok');
  const clock = clockTo('2022-08-15T17:00');
  expect(history.try('receive-supplement', clerk, { clock })).toBe('ok');
  expect(said()).toEqual([null, instant('2022-08-15T17:00')]);
  expect(history.try('ask-for-payment', specialist)).toBe('ok');
  expect(said()[1]).toBe(instant('2022-08-15T17:00')); // also while nothing counts again
});

test.each([
  ['2022-08-02T17:00', '2022-08-01T17:00', '2022-08-02T17:00'],
  ['2022-08-02T17:00', '2022-08-02T17:00', null],
  ['2022-08-02T17:00', '2022-08-03T17:00', null],
])('promised %s, by the law %s: in force %s', (appointed, due, inForce) => {
  const facts = { appointedAt: instant(appointed), dueAt: instant(due) };
  expect(appointedInForce(facts)).toBe(inForce && instant(inForce));
  expect(appointedInForce({ ...facts, dueAt: null })).toBe(instant(appointed));
  expect(appointedInForce({ ...facts, appointedAt: null })).toBeNull();
});
