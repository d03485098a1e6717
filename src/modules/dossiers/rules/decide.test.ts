import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import {
  acceptFacts,
  anAcceptance,
  anActor,
  clerk,
  leader,
  offices,
  resultClerk,
  specialist,
  steps,
  unitLeader,
} from '../testing.ts';
import { anAccepted, History, inputs } from '../testing-history.ts';
import { allowedCommands, mayCommand, mayRead, readableOffices } from './access.ts';
import { after } from './after.ts';
import type { LaterCommand } from './command.ts';
import { accept, askForCorrection, notAccept, submit } from './decide.ts';
import { type Dossier, isOpen, type State, states } from './dossier.ts';
import { fold } from './fold.ts';
import { handOvers } from './hand-overs.ts';
import { heldByOffice, heldStretches } from './held-time.ts';
import { naturalCommand } from './natural-command.ts';
import { commandNames, transitions } from './transitions.ts';

const calendar = new WorkCalendar({
  days: [],
  knownFrom: civilDate('2018-01-01'),
  knownUntil: civilDate('2030-12-31'),
});

const head = anActor('one-stop-head', offices.oneStop);
const second = anActor('specialist', offices.section, 'other');
const asked = anActor('specialist', offices.asked, 'asked');
const protector = anActor('data-protection-officer', offices.agency);
const everybody: readonly Actor[] = [
  clerk,
  head,
  specialist,
  second,
  unitLeader,
  leader,
  resultClerk,
  protector,
  asked,
];

test('the whole road, from the counter to the citizen’s hand', () => {
  const history = anAccepted();
  expect(history.dossier).toMatchObject({
    state: 'accepted',
    number: '000.00.11.H20-220725-0001',
    task: 'forward',
  });
  expect(history.try('forward', clerk)).toBe('ok');
  expect(history.try('confirm-receipt', specialist)).toBe('ok');
  expect(history.try('start-step', specialist)).toBe('ok');
  expect(history.try('finish-step', specialist)).toBe('ok');
  expect(history.dossier).toMatchObject({
    state: 'in-progress',
    task: 'decide',
    draft: { title: 'Giấy chứng nhận' },
  });
  expect(history.try('decide', leader)).toBe('ok');
  expect(history.dossier).toMatchObject({ state: 'decided', outcome: 'granted', clock: { state: 'ended' } });
  expect(history.try('hand-over', resultClerk)).toBe('ok');
  expect(history.dossier).toMatchObject({ state: 'returned', holder: null, task: 'none' });
});

test('each refusal of the road says which', () => {
  const history = anAccepted();
  expect(history.try('forward', specialist)).toBe('dossiers/not-your-post');
  expect(history.try('decide', leader)).toBe('dossiers/wrong-state');
  history.try('forward', clerk);
  expect(history.try('finish-step', specialist)).toBe('dossiers/not-its-turn');
  history.try('confirm-receipt', specialist);
  history.try('start-step', specialist);
  expect(history.try('finish-step', anActor('specialist', offices.section, 'second'))).toBe(
    'dossiers/held-by-another',
  );
  expect(history.try('ask-for-supplement', specialist, { items: [] })).toBe('dossiers/nothing-asked');
  expect(history.try('ask-for-supplement', specialist, { reason: ' ' })).toBe('dossiers/reason-missing');
  expect(history.try('return-step', specialist, { toIndex: 1 })).toBe('dossiers/no-earlier-step');
  history.try('finish-step', specialist);
  expect(history.try('return-step', leader, { toIndex: 9 })).toBe('dossiers/no-earlier-step');
  expect(history.try('decide', leader, { result: { title: 'x', content: ' ' } })).toBe(
    'dossiers/result-empty',
  );
  history.try('decide', leader);
  expect(history.try('withdraw', clerk)).toBe('dossiers/wrong-state');
  expect(history.try('take-back', leader, { reason: '' })).toBe('dossiers/reason-missing');
  expect(
    history.try('hand-over', resultClerk, { receiver: { name: '', idNumber: null, relation: null } }),
  ).toBe('dossiers/receiver-missing');
});

test('a supplement stops the clock, goes through the one-stop, restarts from zero, once without a leader', () => {
  const history = anAccepted();
  for (const [command, actor] of [
    ['forward', clerk],
    ['confirm-receipt', specialist],
    ['start-step', specialist],
  ] as const)
    history.try(command, actor);
  expect(history.try('ask-for-supplement', specialist)).toBe('ok');
  expect(history.dossier).toMatchObject({
    state: 'awaiting-supplement',
    task: 'announce-supplement',
    holder: { officeId: offices.oneStop },
    clock: { state: 'stopped', dueAt: null },
  });
  expect(history.try('announce-supplement', specialist)).toBe('dossiers/not-your-post');
  expect(history.try('announce-supplement', clerk)).toBe('ok');
  expect(history.try('receive-supplement', clerk, { papers: [] })).toBe('dossiers/no-paper-received');
  expect(history.try('receive-supplement', clerk)).toBe('ok');
  expect(history.dossier).toMatchObject({
    state: 'in-progress',
    task: 'work',
    holder: { accountId: specialist.accountId, officeId: offices.section },
    clock: { state: 'running' },
    receiptIds: ['receipt-1', 'receipt-2'],
  });
  expect(history.dossier.personal?.papers).toHaveLength(1);
  expect(history.try('ask-for-supplement', specialist)).toBe('dossiers/second-supplement');
  expect(history.try('reassign', unitLeader, { accountId: unitLeader.accountId })).toBe('ok');
  expect(history.try('ask-for-supplement', unitLeader)).toBe('ok');
  expect(history.dossier.supplements).toBe(2);
});

test('a decision taken back goes on where it was, the clock as if nothing had been decided', () => {
  const history = anAccepted();
  history.try('forward', clerk);
  history.try('confirm-receipt', specialist);
  history.try('start-step', specialist);
  history.try('finish-step', specialist);
  const { clock } = history.dossier;
  history.try('decide', leader);
  expect(history.try('take-back', leader)).toBe('ok');
  expect(history.dossier).toMatchObject({
    state: 'in-progress',
    task: 'decide',
    outcome: null,
    endedAt: null,
    clock,
  });
  expect(history.try('return-step', leader)).toBe('ok');
  expect(history.dossier).toMatchObject({ stepIndex: 1, task: 'confirm-receipt' });
});

test('a reassigned dossier is held by the other person', () => {
  const history = anAccepted();
  history.try('forward', clerk);
  expect(history.try('reassign', unitLeader)).toBe('ok');
  expect(history.try('reassign', unitLeader)).toBe('dossiers/already-holds');
  expect(history.dossier.holder?.accountId).toBe('account-other');
  expect(history.try('start-step', specialist)).toBe('dossiers/held-by-another');
});

test('before acceptance: correction, refusal, submission on behalf', () => {
  const guidance = { items: [{ name: 'Đơn', what: 'ký tên' }], reason: 'chưa ký' };
  const asked = askForCorrection(null, acceptFacts(), guidance, 'p1');
  if (!asked.ok) throw new Error();
  const history = new History();
  history.add(asked.value);
  expect(history.dossier).toMatchObject({ state: 'correction-asked', number: null, guidance });
  const again = accept(history.dossier, acceptFacts(), anAcceptance());
  if (!again.ok) throw new Error();
  history.add(again.value);
  expect(history.dossier).toMatchObject({
    state: 'accepted',
    reference: '7K3M-QX2P-9DWA',
    paperIds: ['p1', 'receipt-1'],
  });
  expect(notAccept(history.dossier, acceptFacts(), 'không', 'p')).toMatchObject({
    refusal: { code: 'dossiers/wrong-state' },
  });
  expect(notAccept(null, acceptFacts(), ' ', 'p')).toMatchObject({
    refusal: { code: 'dossiers/reason-missing' },
  });
  expect(askForCorrection(null, acceptFacts(), { items: [], reason: 'x' }, 'p')).toMatchObject({ ok: false });
  expect(submit(null, acceptFacts({ actor: specialist }))).toMatchObject({
    refusal: { code: 'dossiers/not-your-post' },
  });
  const submitted = submit(null, acceptFacts());
  if (!submitted.ok) throw new Error();
  expect(
    fold(
      'd',
      submitted.value.map((event) => ({ ...event, seq: 1 })),
    ),
  ).toMatchObject({ state: 'submitted', task: 'review' });
});

/** One dossier in each state that the commands of this version reach. */
function inEachState(): Map<State, Dossier> {
  const found = new Map<State, Dossier>();
  const road: (readonly [LaterCommand, Actor])[] = [
    ['forward', clerk],
    ['confirm-receipt', specialist],
    ['start-step', specialist],
    ['ask-for-supplement', specialist],
    ['announce-supplement', clerk],
    ['receive-supplement', clerk],
    ['ask-opinion', specialist],
    ['ask-for-payment', specialist],
    ['record-payment', clerk],
    ['finish-step', specialist],
    ['decide', leader],
    ['hand-over', resultClerk],
  ];
  const history = anAccepted();
  for (const [command, actor] of [[null, clerk] as const, ...road]) {
    if (command) history.try(command, actor);
    found.set(history.dossier.state, found.get(history.dossier.state) ?? history.dossier);
  }
  for (const state of states) if (!found.has(state)) found.set(state, { ...anAccepted().dossier, state });
  return found;
}

test('the table: in no other state may anybody give a command', () => {
  const byState = inEachState();
  for (const state of states) {
    const dossier = byState.get(state);
    if (!dossier) throw new Error(state);
    for (const command of commandNames) {
      const allowed = (transitions[command].from as readonly string[]).includes(state);
      const codes = everybody.map((actor) => {
        const may = mayCommand(dossier, command, actor);
        return may.ok ? 'ok' : may.refusal.code;
      });
      expect(codes.includes('dossiers/wrong-state'), `${command} in ${state}`).toBe(!allowed);
    }
  }
});

test('what has been accepted is not filed again: its number, receipt and clock stay', () => {
  const history = anAccepted();
  expect(submit(history.dossier, acceptFacts())).toMatchObject({
    refusal: { code: 'dossiers/wrong-state' },
  });
});

test('a leader of another section neither reads it, nor stops it, nor takes its decision back', () => {
  const elsewhere = anActor('signing-leader', offices.other, 'elsewhere');
  const history = anAccepted();
  const where = { ...history.dossier.filing, involvedOfficeIds: [offices.oneStop, offices.section] };
  expect(mayRead(elsewhere, where)).toBe(false);
  expect(readableOffices(elsewhere).agencyIds).toEqual([]);
  for (const command of ['stop', 're-appoint'] as const) {
    const code = history.try(command, elsewhere);
    expect(['dossiers/not-your-post', 'dossiers/wrong-state']).toContain(code);
  }
  history.try('forward', clerk);
  history.try('confirm-receipt', specialist);
  history.try('start-step', specialist);
  history.try('finish-step', specialist);
  history.try('decide', leader);
  expect(history.try('take-back', elsewhere)).toBe('dossiers/not-your-post');
  expect(history.try('take-back', leader)).toBe('ok');
});

test('a second supplement needs a leader of the office that asks, not of any other', () => {
  const both: Actor = {
    ...specialist,
    posts: [...specialist.posts, ...anActor('unit-leader', offices.other).posts],
  };
  const history = anAccepted();
  history.try('forward', clerk);
  history.try('confirm-receipt', both);
  history.try('start-step', both);
  expect(history.try('ask-for-supplement', both)).toBe('ok');
  history.try('receive-supplement', clerk);
  expect(history.try('ask-for-supplement', both)).toBe('dossiers/second-supplement');
});

test('a result is handed over to somebody known, with a proof; originals go back to somebody named', () => {
  const history = anAccepted();
  expect(history.try('withdraw', clerk, { receiver: ' ' })).toBe('dossiers/receiver-missing');
  history.try('forward', clerk);
  history.try('confirm-receipt', specialist);
  history.try('start-step', specialist);
  history.try('finish-step', specialist);
  history.try('decide', leader);
  const receiver = { name: 'Duyên', idNumber: null, relation: null };
  expect(history.try('hand-over', resultClerk, { receiver })).toBe('dossiers/receiver-number-missing');
  expect(history.try('hand-over', resultClerk, { receiver, by: 'post', proof: '' })).toBe(
    'dossiers/proof-missing',
  );
  const stranger = { name: 'Kẻ Lạ', idNumber: '087099000001', relation: null };
  expect(history.try('hand-over', resultClerk, { receiver: stranger })).toBe('dossiers/receiver-unknown');
  expect(history.try('hand-over', resultClerk, { by: 'electronic' })).toBe('dossiers/no-electronic-return');
  expect(history.try('hand-over', resultClerk, { receiver, by: 'post' })).toBe('ok');
});

test('a step that was late stays late on the control slip, whatever the clock does later', () => {
  const history = anAccepted();
  history.try('forward', clerk);
  history.try('confirm-receipt', specialist);
  history.try('start-step', specialist);
  history.now = instant('2022-08-01T08:00:00');
  history.try('finish-step', specialist);
  history.try('ask-for-supplement', leader);
  const later = steps.map((step) => ({ ...step, dueAt: instant('2022-08-20T17:00:00') }));
  history.try('receive-supplement', clerk, { steps: later });
  const handed = handOvers('d', history.events).find((row) => row.timeliness !== null);
  expect(handed?.timeliness).toBe('late');
});

test('nothing is offered to someone of another office, and nothing is readable', () => {
  const stranger = anActor('specialist', offices.other);
  const where = { ...anAccepted().dossier.filing, involvedOfficeIds: [offices.oneStop] };
  expect(mayRead(stranger, where)).toBe(false);
  expect(mayRead(specialist, where)).toBe(false);
  expect(mayRead(specialist, { ...where, involvedOfficeIds: [offices.section] })).toBe(true);
  expect(mayRead(leader, where)).toBe(true);
  expect(mayRead(anActor('system-administrator', offices.oneStop), where)).toBe(false);
  for (const dossier of inEachState().values())
    expect(allowedCommands(dossier, stranger, instant('2022-07-25T08:00:00'))).toEqual([]);
});

/** An open dossier is never stuck: somebody is offered what carries it on. */
function carriesOn({ dossier, now }: History): boolean {
  const wanted = naturalCommand[dossier.task];
  if (!isOpen(dossier)) return true;
  return everybody.some((actor) =>
    allowedCommands(dossier, actor, now).some((command) => command === wanted),
  );
}

const anyPress = fc.record({
  command: fc.constantFrom(...(Object.keys(inputs) as LaterCommand[])),
  actor: fc.constantFrom(...everybody),
  minutes: fc.nat({ max: 3000 }),
});

test('law: whatever people press, history folds step by step to the same dossier, and held time sums to the whole', () => {
  fc.assert(
    fc.property(fc.array(anyPress, { maxLength: 30 }), (presses) => {
      const history = anAccepted();
      for (const { command, actor, minutes } of presses) {
        history.now = instantOfMs(msOfInstant(history.now) + minutes * 60_000);
        const before = history.dossier;
        const offered = allowedCommands(before, actor, history.now).includes(command);
        const outcome = history.try(command, actor);
        if (!offered) expect(outcome).not.toBe('ok');
        if (outcome !== 'ok') expect(history.dossier).toEqual(before);
        expect(carriesOn(history)).toBe(true);
      }
      const stepwise = history.events.reduce<Dossier | null>((so, event) => after(so, event, 'd'), null);
      expect(history.dossier).toEqual(stepwise);
      const end = history.dossier.endedAt ?? history.now;
      const held = heldByOffice(heldStretches(calendar, 'd', history.events, end));
      const whole = officeMinutesBetween(calendar, instant('2022-07-25T08:00:00'), end);
      expect(held.counted + held.stopped).toBe(whole);
    }),
    { numRuns: 300 },
  );
});
