import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CivilDate, civilDate, dateOf, dayNumber } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { someCalendar, someMoment } from '#kernel/working-time/testing.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { clerk, leader, offices, specialist } from '../testing.ts';
import { anAccepted, type History } from '../testing-history.ts';
import { apologyDraft, proposedDay } from './apology-draft.ts';

const calendar = new WorkCalendar({
  days: [],
  knownFrom: civilDate('2018-01-01'),
  knownUntil: civilDate('2030-12-31'),
});

function inWork(): History {
  const history = anAccepted();
  history.now = instant('2022-07-25T10:00:00');
  history.try('forward', clerk);
  history.try('confirm-receipt', specialist);
  history.try('start-step', specialist);
  return history;
}

const draftOf = ({ dossier, events }: History, now: string) =>
  apologyDraft(calendar, dossier, events, instant(now));

test('says which step it is at, who had it how long, and proposes a day that the process needs', () => {
  const draft = draftOf(inWork(), '2022-07-28T11:00:00');
  expect(draft).toMatchObject({
    dueAt: '2022-07-28T17:00:00+07:00',
    step: { kind: 'handle' },
    held: [
      { officeName: offices.section, minutes: 1500 },
      { officeName: offices.oneStop, minutes: 120 },
    ],
    awaited: [],
  });
  // 3 days and 7 hours were planned: of the handling half again, and the 30 % after it
  expect(draft?.needed).toBe(558 + 558);
  expect(draft?.date).toBe('2022-08-01');
});

test('an opinion that is awaited is waited for', () => {
  const history = inWork();
  history.try('ask-opinion', specialist, { answerBy: civilDate('2022-08-05') });
  const draft = draftOf(history, '2022-07-28T11:00:00');
  expect(draft).toMatchObject({ awaited: [{ answerBy: '2022-08-05' }] });
  expect(draft?.date).toBe('2022-08-10');
});

test('nothing is drafted where there was an apology, or no date', () => {
  const history = inWork();
  expect(history.try('re-appoint', leader)).toBe('ok');
  expect(draftOf(history, '2022-07-28T11:00:00')).toBeUndefined();
  const waiting = inWork();
  waiting.try('ask-for-payment', specialist);
  expect(draftOf(waiting, '2022-07-28T11:00:00')).toBeUndefined();
});

const someDay = fc
  .integer({ min: 1, max: 28 })
  .map((day) => civilDate(`2022-03-${String(day).padStart(2, '0')}`));

test('the day counts, is later than the due date and than any answer; who needs more never gets it earlier', () => {
  fc.assert(
    fc.property(
      someCalendar,
      someMoment,
      someMoment,
      fc.tuple(fc.nat(5_000), fc.nat(5_000)),
      fc.array(someDay, { maxLength: 2 }),
      (days, dueAt: Instant, now: Instant, needs, answers: CivilDate[]) => {
        const awaited = answers.map((answerBy) => ({ answerBy }));
        const of = (needed: number) => proposedDay(days, { dueAt, now, needed, awaited });
        const day = of(Math.min(...needs));
        expect(days.counts(dayNumber(day))).toBe(true);
        expect(day > dateOf(dueAt)).toBe(true);
        expect(day >= dateOf(now)).toBe(true);
        for (const answer of answers) expect(day >= answer).toBe(true);
        expect(of(Math.max(...needs)) >= day).toBe(true);
      },
    ),
  );
});
