import { describe, expect, test } from 'vitest';
import { instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { aFiling, anActor, clerk, leader, offices, specialist } from '../testing.ts';
import { counted, inWork } from '../testing-counted.ts';
import { anAccepted, effects } from '../testing-history.ts';

const head = anActor('one-stop-head', offices.oneStop);

describe('a receipt between offices that is refused', () => {
  test('names the missing paper and goes back to the one-stop, which forwards it again', () => {
    const history = anAccepted();
    history.try('forward', clerk);
    expect(history.try('refuse-receipt', specialist, { missing: ' ' })).toBe(
      'dossiers/missing-paper-not-named',
    );
    expect(history.try('refuse-receipt', specialist)).toBe('ok');
    expect(history.dossier).toMatchObject({
      state: 'in-progress',
      task: 'forward',
      stepIndex: 0,
      holder: { officeId: offices.oneStop, accountId: null },
    });
    expect(history.try('confirm-receipt', specialist)).toBe('dossiers/not-its-turn');
    expect(history.try('forward', clerk)).toBe('ok');
    expect(history.try('confirm-receipt', specialist)).toBe('ok');
    expect(history.try('refuse-receipt', specialist)).toBe('dossiers/not-its-turn');
  });
});

describe('an acceptance that is annulled', () => {
  test('by the head of the one-stop, with a ground and a reason, on the same day; the number stays used', () => {
    const history = anAccepted();
    expect(history.try('annul-acceptance', clerk)).toBe('dossiers/not-your-post');
    expect(history.try('annul-acceptance', head, { ground: null })).toBe('dossiers/annulment-ground-missing');
    expect(history.try('annul-acceptance', head, { reason: '' })).toBe('dossiers/reason-missing');
    history.now = instant('2022-07-26T07:00:00');
    expect(history.try('annul-acceptance', head)).toBe('dossiers/only-same-day');
    history.now = instant('2022-07-25T23:59:00');
    expect(history.try('annul-acceptance', head)).toBe('ok');
    expect(history.dossier).toMatchObject({
      state: 'not-accepted',
      number: '000.00.11.H20-220725-0001',
      task: 'none',
    });
  });
});

describe('a procedure or case that was wrong', () => {
  test('is computed again from the same receipt and forwarded anew', () => {
    const history = anAccepted();
    history.try('forward', clerk);
    history.try('confirm-receipt', specialist);
    history.try('start-step', specialist);
    expect(history.try('correct-procedure', clerk, { filing: aFiling() })).toBe('dossiers/nothing-changed');
    expect(history.try('correct-procedure', clerk, { reason: '' })).toBe('dossiers/reason-missing');
    expect(history.try('correct-procedure', clerk)).toBe('ok');
    expect(history.dossier).toMatchObject({
      filing: { procedure: { caseKey: 'other' } },
      state: 'in-progress',
      task: 'forward',
      stepIndex: 0,
      receivedAt: '2022-07-25T08:00:00+07:00',
      receiptIds: ['receipt-1', 'receipt-3'],
    });
  });

  test('not once a step of handling is finished, and not after a supplement was asked for', () => {
    const history = anAccepted();
    for (const [command, actor] of [
      ['forward', clerk],
      ['confirm-receipt', specialist],
      ['start-step', specialist],
    ] as const)
      history.try(command, actor);
    history.try('ask-for-supplement', specialist);
    history.try('receive-supplement', clerk);
    expect(history.try('correct-procedure', clerk)).toBe('dossiers/supplement-was-asked');
    history.try('finish-step', specialist);
    history.try('return-step', leader);
    expect(history.try('correct-procedure', clerk)).toBe('dossiers/first-step-finished');
  });
});

describe('a procedure corrected after a wait that the law leaves out', () => {
  const law = { ...effects, opinion: { effect: 'suspend' as const, basis: 'Luật X' } };

  test('not while it waits; afterwards the wait stays left out, by both clocks', () => {
    const history = inWork();
    const presses = counted(law);
    expect(presses.consult(history)).toBe('ok');
    expect(history.try('correct-procedure', clerk)).toBe('dossiers/waits-for-opinion');
    history.now = instantOfMs(msOfInstant(history.now) + 2 * 86_400_000);
    expect(presses.answer(history)).toBe('ok');
    const { pauses } = history.dossier.clock;
    expect(pauses).toHaveLength(1);
    expect(history.try('correct-procedure', clerk, { pauses })).toBe('ok');
    const { clock, national } = history.dossier;
    expect([clock.state, clock.pauses, national.pauses]).toEqual(['running', pauses, pauses]);
  });
});

describe('signed with ink at the counter', () => {
  test('only same-day work and certifications; then it is handed over and may be taken back', () => {
    const usual = anAccepted();
    expect(usual.try('record-hand-signature', clerk)).toBe('dossiers/signed-in-the-system');
    const filing = aFiling({ procedure: { ...aFiling().procedure, field: 'Chứng thực' } });
    expect(anAccepted({}, filing).try('record-hand-signature', clerk)).toBe('ok');
    const history = anAccepted({ processKey: 'same-day' });
    expect(history.try('record-hand-signature', specialist)).toBe('dossiers/not-your-post');
    expect(history.try('record-hand-signature', clerk, { resultNumber: ' ' })).toBe(
      'dossiers/result-number-missing',
    );
    expect(history.try('record-hand-signature', clerk)).toBe('ok');
    expect(history.dossier).toMatchObject({
      state: 'decided',
      outcome: 'granted',
      resultNumber: '15/2022-SCT/BS',
      resultPaperId: null,
      task: 'hand-over',
    });
    expect(history.try('take-back', leader)).toBe('ok');
    expect(history.dossier).toMatchObject({ state: 'in-progress', task: 'decide', resultNumber: null });
  });
});
