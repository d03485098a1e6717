import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { anActor, clerk, leader, offices, specialist, unitLeader } from '../testing.ts';
import { anAccepted, type History } from '../testing-history.ts';

const head = anActor('one-stop-head', offices.oneStop);
const asked = anActor('specialist', offices.asked, 'asked');

function inWork(): History {
  const history = anAccepted();
  history.try('forward', clerk);
  history.try('confirm-receipt', specialist);
  history.try('start-step', specialist);
  return history;
}

describe('waiting for a payment', () => {
  test('suspends the clock, goes over the one-stop, and goes on where it was with the same holder', () => {
    const history = inWork();
    expect(history.try('ask-for-payment', specialist, { amount: 0 })).toBe('dossiers/amount-missing');
    expect(history.try('ask-for-payment', specialist, { basis: ' ' })).toBe('dossiers/basis-missing');
    history.now = instant('2022-07-26T09:00:00');
    expect(history.try('ask-for-payment', specialist)).toBe('ok');
    expect(history.dossier).toMatchObject({
      state: 'awaiting-payment',
      task: 'await-payment',
      holder: { officeId: offices.oneStop },
      payment: { amount: 350_000 },
      clock: {
        state: 'suspended',
        dueAt: null,
        remaining: { value: 2, unit: 'ngay_lam_viec' },
        pauses: [{ from: '2022-07-26T09:00:00+07:00', to: null }],
      },
    });
    expect(history.try('record-payment', specialist)).toBe('dossiers/not-your-post');
    expect(history.try('record-payment', clerk, { proof: ' ' })).toBe('dossiers/payment-proof-missing');
    history.now = instant('2022-07-27T10:00:00');
    expect(history.try('record-payment', clerk)).toBe('ok');
    expect(history.dossier).toMatchObject({
      state: 'in-progress',
      task: 'work',
      payment: null,
      holder: { accountId: specialist.accountId, officeId: offices.section },
      clock: {
        state: 'running',
        countsFrom: '2022-07-25T08:00:00+07:00',
        pauses: [{ from: '2022-07-26T09:00:00+07:00', to: '2022-07-27T10:00:00+07:00' }],
      },
    });
  });

  test('asked by whoever signs, it comes back to be signed', () => {
    const history = inWork();
    history.try('finish-step', specialist);
    expect(history.try('ask-for-payment', leader)).toBe('ok');
    expect(history.try('record-payment', clerk)).toBe('ok');
    expect(history.dossier).toMatchObject({ task: 'decide', holder: { officeId: offices.leadership } });
    expect(history.try('decide', leader)).toBe('ok');
  });
});

test('a supplement asked by whoever signs comes back to be signed', () => {
  const history = inWork();
  history.try('finish-step', specialist);
  expect(history.try('ask-for-supplement', leader)).toBe('ok');
  expect(history.try('receive-supplement', clerk)).toBe('ok');
  expect(history.dossier).toMatchObject({ task: 'decide', holder: { officeId: offices.leadership } });
});

describe('opinions', () => {
  test('the asked office reads it and answers; the clock and the holder do not move', () => {
    const history = inWork();
    const { clock, holder } = history.dossier;
    expect(history.try('ask-opinion', specialist, { question: '' })).toBe('dossiers/question-missing');
    expect(history.try('ask-opinion', specialist, { answerBy: civilDate('2022-07-24') })).toBe(
      'dossiers/answer-date-past',
    );
    expect(history.try('ask-opinion', specialist, { officeId: offices.section })).toBe(
      'dossiers/own-opinion',
    );
    expect(history.try('answer-opinion', asked)).toBe('dossiers/not-your-post');
    expect(history.try('ask-opinion', specialist)).toBe('ok');
    expect(history.try('ask-opinion', specialist)).toBe('dossiers/opinion-open');
    expect(history.dossier).toMatchObject({ clock, holder });
    expect(history.try('answer-opinion', specialist)).toBe('dossiers/not-your-post');
    expect(history.try('answer-opinion', asked, { order: 2 })).toBe('dossiers/no-open-opinion');
    expect(history.try('answer-opinion', asked, { answer: ' ' })).toBe('dossiers/answer-missing');
    history.now = instant('2022-07-26T08:00:00');
    expect(history.try('answer-opinion', asked)).toBe('ok');
    expect(history.dossier.opinions).toMatchObject([
      { order: 1, officeId: offices.asked, answeredAt: '2022-07-26T08:00:00+07:00' },
    ]);
    expect(history.try('answer-opinion', asked)).toBe('dossiers/not-your-post');
    expect(history.try('ask-opinion', specialist)).toBe('ok');
    expect(history.dossier.opinions).toHaveLength(2);
  });

  test('an answer comes also while the applicant is waited for', () => {
    const history = inWork();
    history.try('ask-opinion', specialist);
    history.try('ask-for-supplement', specialist);
    expect(history.try('answer-opinion', asked)).toBe('ok');
  });
});

describe('an apology with a new date', () => {
  test('once, with a reason, later than the due date, which stays', () => {
    const history = inWork();
    expect(history.try('re-appoint', specialist)).toBe('dossiers/not-your-post');
    expect(history.try('re-appoint', leader, { reason: ' ' })).toBe('dossiers/reason-missing');
    const due = history.dossier.clock.dueAt;
    if (!due) throw new Error('a running clock');
    expect(history.try('re-appoint', leader, { appointedAt: due })).toBe('dossiers/new-date-not-later');
    expect(history.try('re-appoint', leader)).toBe('ok');
    expect(history.dossier).toMatchObject({
      appointedAt: '2022-08-02T17:00:00+07:00',
      firstDueAt: due,
      clock: { dueAt: due, state: 'running' },
      paperIds: ['receipt-1', 'apology-1'],
    });
    expect(history.try('re-appoint', leader)).toBe('dossiers/re-appointed-already');
  });

  test('there is none while the clock stands still', () => {
    const history = inWork();
    history.try('ask-for-payment', specialist);
    expect(history.try('re-appoint', leader)).toBe('dossiers/wrong-state');
  });
});

describe('closed for silence', () => {
  const waiting = (respondBy: string | null) => {
    const history = inWork();
    history.try('ask-for-supplement', specialist, { respondBy: respondBy ? civilDate(respondBy) : null });
    return history;
  };

  test('only after the day that the applicant was given, confirmed by the head or the leader', () => {
    const history = waiting('2022-08-10');
    history.now = instant('2022-08-10T16:00:00');
    expect(history.try('close-for-silence', head)).toBe('dossiers/answer-date-not-past');
    history.now = instant('2022-08-11T08:00:00');
    expect(history.try('close-for-silence', clerk)).toBe('dossiers/not-your-post');
    expect(history.try('close-for-silence', head)).toBe('ok');
    expect(history.dossier).toMatchObject({ state: 'stopped', clock: { state: 'ended' }, task: 'none' });
  });

  test('without such a day nobody is closed; the day itself lies ahead', () => {
    const history = waiting(null);
    history.now = instant('2023-08-11T08:00:00');
    expect(history.try('close-for-silence', leader)).toBe('dossiers/no-answer-date');
    const again = inWork();
    expect(again.try('ask-for-supplement', specialist, { respondBy: civilDate('2022-07-25') })).toBe(
      'dossiers/answer-date-past',
    );
  });

  test('what came in time is worked on; the day is forgotten', () => {
    const history = waiting('2022-08-10');
    history.try('receive-supplement', clerk);
    expect(history.dossier.respondBy).toBeNull();
    history.try('reassign', unitLeader, { accountId: unitLeader.accountId });
    history.try('ask-for-supplement', unitLeader, { respondBy: null });
    history.now = instant('2023-08-11T08:00:00');
    expect(history.try('close-for-silence', head)).toBe('dossiers/no-answer-date');
  });
});
