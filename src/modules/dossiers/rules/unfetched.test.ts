import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, dateOf } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { clerk, leader, resultClerk, specialist } from '../testing.ts';
import { anAccepted } from '../testing-history.ts';
import { projection } from './projection.ts';
import { daysWaited, readDays, unfetchedBefore } from './unfetched.ts';

test('law: a result waits too long exactly when its days have reached the number', () => {
  const now = instant('2022-08-24T09:30:00');
  fc.assert(
    fc.property(
      fc.nat({ max: 800 }),
      fc.integer({ min: 1, max: 365 }),
      fc.nat({ max: 23 }),
      (ago, days, h) => {
        const hour = String(h).padStart(2, '0');
        const endedAt = instant(`${addDays(dateOf(now), -ago)}T${hour}:15:00`);
        const tooLong = endedAt < unfetchedBefore(dateOf(now), days);
        expect(tooLong).toBe(daysWaited(endedAt, now) >= days);
      },
    ),
  );
  expect(unfetchedBefore(civilDate('2022-08-24'), 30)).toBe('2022-07-26T00:00:00+07:00');
});

test.each(['0', '', '366', '-1', '3,5', 'ba', '９', '1e2', '٣'])('%s is no number of days', (typed) => {
  expect(readDays(typed)).toBeNull();
});

test('days are read with blanks around them', () => expect(readDays(' 45 ')).toBe(45));

function decided() {
  const history = anAccepted();
  history.try('forward', clerk);
  history.try('confirm-receipt', specialist);
  history.try('start-step', specialist);
  history.try('finish-step', specialist);
  expect(history.try('announce-result', clerk)).toBe('dossiers/wrong-state');
  expect(history.try('decide', leader)).toBe('ok');
  return history;
}

test('people are told as often as it takes, by the one-stop only; a decision taken back begins anew', () => {
  const history = decided();
  expect(history.dossier.told).toBeNull();
  expect(history.try('announce-result', specialist)).toBe('dossiers/not-your-post');
  expect(history.try('announce-result', clerk, { outcome: 'no-answer' })).toBe('ok');
  history.now = instant('2022-07-27T08:00:00');
  expect(history.try('announce-result', resultClerk, { way: 'zalo', outcome: 'sent' })).toBe('ok');
  expect(history.dossier.told).toEqual({ times: 2, at: history.now, outcome: 'sent' });
  expect(projection(history.dossier)).toMatchObject({
    told_times: 2,
    told_outcome: 'sent',
    told_at: history.now,
  });
  expect(history.dossier.state).toBe('decided');
  expect(history.try('take-back', leader)).toBe('ok');
  expect(history.dossier.told).toBeNull();
});

test('what was said of a person stands in the sealed part only', () => {
  const history = decided();
  history.try('announce-result', clerk, {
    way: 'phone',
    outcome: 'wrong-number',
    note: 'số 0912 345 678 của con',
  });
  const { body, personal } = history.events.at(-1) ?? {};
  expect(body).toEqual({ way: 'phone', outcome: 'wrong-number' });
  expect(personal).toEqual({ note: 'số 0912 345 678 của con' });
});
