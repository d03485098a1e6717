import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import { planSteps } from '#kernel/working-time/step-plan.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { anActor, clerk, leader, offices, resultClerk, specialist, steps, unitLeader } from '../testing.ts';
import { anAccepted, type History, inputs } from '../testing-history.ts';
import { allowedCommands } from './access.ts';
import type { LaterCommand } from './command.ts';
import type { DossierEvent } from './event.ts';
import { fold } from './fold.ts';
import { isLate, type LateCause, type LatePart, lateCauseOf } from './late-cause.ts';
import { type LateIncident, synchronised } from './late-slices.ts';

const calendar = new WorkCalendar({
  days: [],
  knownFrom: civilDate('2018-01-01'),
  knownUntil: civilDate('2030-12-31'),
});
const head = anActor('one-stop-head', offices.oneStop);
const asked = anActor('specialist', offices.asked, 'asked');
const everybody = [clerk, head, specialist, unitLeader, leader, resultClerk, asked];

const received = instant('2022-07-25T08:00');
const due = instant('2022-07-28T17:00');
const ends = planSteps(
  calendar,
  { due, effectiveReceipt: received },
  steps.map(({ share }) => share),
);
/** Accepted on Monday 25 July at 8:00, due on Thursday at 17:00: 1860 office minutes, 186, 1116, 372 and 186 of them. */
const planned = steps.map((step, index) => ({ ...step, dueAt: ends[index] ?? null }));
const accepted = () => anAccepted({ steps: planned });
const inputOf = (command: LaterCommand) => ({
  ...(command === 'ask-opinion' ? { answerBy: civilDate('2022-07-26') } : {}),
  ...(command === 'record-payment' || command === 'receive-supplement' ? { steps: planned } : {}),
});

function pressed(
  history: History,
  presses: readonly [at: string, command: LaterCommand, actor: typeof clerk][],
) {
  for (const [at, command, actor] of presses) {
    history.now = instant(at);
    expect([command, history.try(command, actor, inputOf(command))]).toEqual([command, 'ok']);
  }
  return history;
}

const why = (history: History, now: string, incidents: readonly LateIncident[] = []) =>
  lateCauseOf({ calendar, id: 'd', events: history.events, incidents, now: instant(now) });
const short = (cause: LateCause | null) =>
  cause && {
    main: cause.main,
    excess: cause.excess,
    parts: cause.parts.map((part) => [part.cause, part.officeId, part.step, part.minutes]),
  };

const throughToSection = [
  ['2022-07-25T09:00', 'forward', clerk],
  ['2022-07-25T09:10', 'confirm-receipt', specialist],
  ['2022-07-25T09:20', 'start-step', specialist],
] as const satisfies Parameters<typeof pressed>[1];

describe('who had it beyond their share', () => {
  test('in time it has no cause', () => {
    const history = pressed(accepted(), [...throughToSection]);
    expect(why(history, '2022-07-28T23:00')).toBeNull();
    pressed(history, [
      ['2022-07-28T16:00', 'finish-step', specialist],
      ['2022-07-28T16:59', 'decide', leader],
    ]);
    expect(why(history, '2022-08-28T23:00')).toBeNull();
  });

  test('the section that kept it, not the leader who signed it a minute after it came', () => {
    const history = pressed(accepted(), [
      ...throughToSection,
      ['2022-07-29T08:00', 'finish-step', specialist],
      ['2022-07-29T08:01', 'decide', leader],
    ]);
    expect(short(why(history, '2022-09-01T08:00'))).toEqual({
      main: 'staff',
      excess: 61,
      parts: [['staff', offices.section, 'handle', 61]],
    });
    expect(why(history, '2022-09-01T08:00')?.parts[0].seqs).toEqual([2, 3, 4]);
  });

  test('the leader who kept it, not the section that was quick', () => {
    const history = pressed(accepted(), [
      ...throughToSection,
      ['2022-07-25T10:00', 'finish-step', specialist],
      ['2022-07-29T08:00', 'decide', leader],
    ]);
    expect(short(why(history, '2022-09-01T08:00'))?.parts).toEqual([
      ['staff', offices.leadership, 'sign', 60],
    ]);
  });

  test('two who exceeded their shares share it as much as they did', () => {
    const history = pressed(accepted(), [
      ['2022-07-26T17:00', 'forward', clerk],
      ['2022-07-26T17:00', 'confirm-receipt', specialist],
      ['2022-07-26T17:00', 'start-step', specialist],
      ['2022-07-29T17:00', 'finish-step', specialist],
      ['2022-07-29T17:00', 'decide', leader],
    ]);
    // reception used 900 of 186, the section 1440 of 1116: 714 and 324 beyond; 558 saved after them
    expect(short(why(history, '2022-09-01T08:00'))).toEqual({
      main: 'staff',
      excess: 480,
      parts: [
        ['staff', offices.oneStop, 'reception', 330],
        ['staff', offices.section, 'handle', 150],
      ],
    });
  });

  test('an open one is reckoned until now', () => {
    const history = pressed(accepted(), [...throughToSection]);
    expect(short(why(history, '2022-07-29T10:00'))?.parts).toEqual([
      ['staff', offices.section, 'handle', 180],
    ]);
  });

  test('late by the date alone, in no office hour: it still has a cause', () => {
    const history = pressed(accepted(), [
      ...throughToSection,
      ['2022-07-28T16:00', 'finish-step', specialist],
      ['2022-07-30T09:00', 'decide', leader],
    ]);
    history.events = history.events.map((event) =>
      event.type === 'decided' ? { ...event, at: instant('2022-07-29T05:00') } : event,
    );
    expect(short(why(history, '2022-09-01T08:00'))).toEqual({
      main: 'staff',
      excess: 0,
      parts: [['staff', offices.section, 'handle', 0]],
    });
  });
});

describe('what the staff cannot help', () => {
  test('an asked office answers for the time after its date, the section for the time before', () => {
    const history = pressed(accepted(), [
      ...throughToSection,
      ['2022-07-25T10:00', 'ask-opinion', specialist], // until the 26th
      ['2022-07-28T17:00', 'answer-opinion', asked],
      ['2022-07-29T09:00', 'finish-step', specialist],
      ['2022-07-29T09:00', 'decide', leader],
    ]);
    const cause = why(history, '2022-09-01T08:00');
    expect(short(cause)).toEqual({
      main: 'other-office',
      excess: 120,
      parts: [['other-office', offices.asked, 'handle', 120]],
    });
    expect(cause?.parts[0].seqs).toEqual([5]);
  });

  test('a technical incident goes before the staff of its offices, and before nobody else', () => {
    const history = pressed(accepted(), [
      ...throughToSection,
      ['2022-07-29T09:00', 'finish-step', specialist],
      ['2022-07-29T09:00', 'decide', leader],
    ]);
    const incident = (officeIds: readonly string[] | null): LateIncident => ({
      ...{ id: 'i', system: 'software', officeIds },
      ...{ from: instant('2022-07-27T07:00'), to: instant('2022-07-27T11:30') },
    });
    const at = '2022-09-01T08:00';
    expect(short(why(history, at, [incident(null)]))?.parts).toEqual([
      ['staff', offices.section, 'handle', 80],
      ['system', offices.section, 'handle', 40],
    ]);
    expect(short(why(history, at, [incident([offices.leadership])]))?.main).toBe('staff');
    expect(why(history, at, [incident(null)])?.parts.flatMap(({ incidentIds }) => incidentIds)).toEqual([
      'i',
    ]);
  });

  test.each([
    ['national-portal', 'synchronisation'],
    ['sector-software', 'synchronisation'],
    ['power', 'system'],
  ])('an incident of %s is put on %s, with the incident as evidence', (system, cause) => {
    const history = pressed(accepted(), [
      ...throughToSection,
      ['2022-07-29T09:00', 'finish-step', specialist],
      ['2022-07-29T09:00', 'decide', leader],
    ]);
    const [from, to] = [instant('2022-07-26T07:00'), instant('2022-07-29T09:00')];
    const told = why(history, '2022-09-01T08:00', [{ id: 'i', system, officeIds: null, from, to }]);
    expect(short(told)).toEqual({
      main: cause,
      excess: 120,
      parts: [[cause, offices.section, 'handle', 120]],
    });
    expect(told?.parts[0].incidentIds).toEqual(['i']);
  });

  test('where nothing worked here, it was not the synchronisation that was waited for', () => {
    const history = pressed(accepted(), [
      ...throughToSection,
      ['2022-07-29T09:00', 'finish-step', specialist],
      ['2022-07-29T09:00', 'decide', leader],
    ]);
    const both = ['national-portal', 'network'].map((system) => ({
      ...{ id: system, system, officeIds: null },
      ...{ from: instant('2022-07-26T07:00'), to: instant('2022-07-29T09:00') },
    }));
    const told = why(history, '2022-09-01T08:00', both);
    expect([told?.main, told?.parts[0].incidentIds]).toEqual(['system', ['network']]);
  });

  test('waiting for a payment after the due date is the applicant’s', () => {
    const history = pressed(accepted(), [
      ...throughToSection,
      ['2022-07-29T08:00', 'ask-for-payment', specialist],
      ['2022-08-01T17:00', 'record-payment', clerk],
      ['2022-08-01T17:00', 'finish-step', specialist],
      ['2022-08-02T07:30', 'decide', leader],
    ]);
    expect(short(why(history, '2022-09-01T08:00'))).toEqual({
      main: 'citizen',
      excess: 990,
      parts: [
        ['citizen', null, null, 900],
        ['staff', offices.section, 'handle', 90],
      ],
    });
  });
});

const rare: readonly LaterCommand[] = [
  'withdraw',
  'stop',
  'annul-acceptance',
  'correct-data',
  'correct-procedure',
];
/** Overdue already when it came here from the software before: at 8:00 on the 1st of August. */
function takenOver(): History {
  const history = accepted();
  history.now = instant('2022-08-01T08:00');
  history.events = history.events.map((event): DossierEvent => {
    if (event.type !== 'accepted' || !event.personal) throw new Error('accepted it was');
    const { receiptId: _, ...body } = event.body;
    const came = { standing: { kind: 'at-one-stop' as const }, source: { sha256: 'x', row: 1 } };
    const personal = { ...event.personal, history: [], waitingFor: null };
    return { ...event, type: 'taken-over', at: history.now, body: { ...body, ...came }, personal };
  });
  return history;
}

test('what was overdue before it came into this software is nobody’s here', () => {
  expect(short(why(takenOver(), '2022-08-01T09:00'))).toEqual({
    main: 'synchronisation',
    excess: 600,
    parts: [
      ['synchronisation', null, null, 540],
      ['staff', offices.oneStop, 'reception', 60],
    ],
  });
});

const anyPress = fc.record({ pick: fc.nat({ max: 1000 }), minutes: fc.nat({ max: 1500 }) });
const minuteOf = (minutes: number): Instant => instantOfMs(msOfInstant(received) + minutes * 60_000);
const anyIncident = fc
  .record({
    from: fc.nat({ max: 12_000 }),
    length: fc.integer({ min: 1, max: 3000 }),
    officeIds: fc.option(fc.subarray([offices.oneStop, offices.section, offices.asked], { minLength: 1 })),
    open: fc.boolean(),
    system: fc.constantFrom('software', 'national-portal', 'sector-software', 'power'),
  })
  .map(
    ({ from, length, officeIds, open, system }, index = 0): LateIncident => ({
      id: `${from}-${length}-${index}`,
      system,
      from: minuteOf(from),
      to: open ? null : minuteOf(from + length),
      officeIds,
    }),
  );

/** Somebody presses something that they may press now. */
function played(presses: readonly { readonly pick: number; readonly minutes: number }[]) {
  const history = accepted();
  for (const { pick, minutes } of presses) {
    history.now = instantOfMs(msOfInstant(history.now) + minutes * 60_000);
    const possible = everybody.flatMap((actor) =>
      allowedCommands(history.dossier, actor, history.now)
        .filter(
          (command): command is LaterCommand => command in inputs && !rare.includes(command as LaterCommand),
        )
        .map((command) => ({ command, actor })),
    );
    const chosen = possible[pick % Math.max(1, possible.length)];
    if (chosen) history.try(chosen.command, chosen.actor, inputOf(chosen.command));
  }
  return history;
}

/** Who had it, or was asked, for how many office minutes. */
function timeOf({ events, now }: History) {
  const minutes = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    const { holder, opinions } = fold('d', events.slice(0, index + 1));
    const to = events[index + 1]?.at ?? now;
    for (const one of new Set([holder?.officeId ?? '', ...opinions.map(({ officeId }) => officeId)]))
      minutes.set(one, (minutes.get(one) ?? 0) + officeMinutesBetween(calendar, event.at, to));
  }
  return minutes;
}

/** What a part may be put on by the incidents it names; without one everything but an incident. */
function causesOfIncidents({ incidentIds }: LatePart, incidents: readonly LateIncident[]): string[] {
  const named = incidents.filter(({ id }) => incidentIds.includes(id));
  if (named.length === 0) return ['staff', 'other-office', 'citizen'];
  const isSynchronisation = named.every(({ system }) => synchronised.includes(system));
  return [isSynchronisation ? 'synchronisation' : 'system'];
}

describe('laws', () => {
  const anyLife = fc.record({
    presses: fc.array(anyPress, { minLength: 4, maxLength: 40 }),
    incidents: fc.array(anyIncident, { maxLength: 3 }),
  });

  test('whatever people press: the parts sum exactly to the office minutes after the due date', () => {
    fc.assert(
      fc.property(anyLife, ({ presses, incidents }) => {
        const history = played(presses);
        const { dossier, events, now } = history;
        const cause = lateCauseOf({ calendar, id: 'd', events, incidents, now });
        expect(cause !== null).toBe(isLate(dossier, now));
        if (!cause) return;
        const until = dossier.endedAt ?? now;
        expect(cause.excess).toBe(officeMinutesBetween(calendar, dossier.clock.dueAt ?? now, until));
        expect(cause.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(cause.excess);
        expect(cause.parts.every(({ minutes, seqs }) => minutes >= 0 && seqs.length > 0)).toBe(true);
        expect(cause.parts[0].cause).toBe(cause.main);
      }),
      { numRuns: 400 },
    );
  });

  test('whatever people press: nobody has a part who did not have it or was not asked', () => {
    fc.assert(
      fc.property(anyLife, ({ presses, incidents }) => {
        const history = played(presses);
        const { events, now } = history;
        const cause = lateCauseOf({ calendar, id: 'd', events, incidents, now });
        const times = timeOf(history);
        const isTakenBack = events.some(({ type }) => type === 'decision-taken-back');
        for (const { cause: kind, officeId, minutes } of cause?.parts ?? []) {
          if (kind === 'citizen') expect(officeId).toBeNull();
          else if (!isTakenBack) expect(times.get(officeId ?? '')).toBeGreaterThanOrEqual(minutes);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('whatever people press: nobody is named for what did not happen', () => {
    fc.assert(
      fc.property(anyLife, ({ presses, incidents }) => {
        const { events, dossier, now } = played(presses);
        const parts = lateCauseOf({ calendar, id: 'd', events, incidents, now })?.parts ?? [];
        const named = parts.map((part) => part.cause);
        const has = (type: string) => events.some((event) => event.type === type);
        if (!has('payment-asked') && !has('supplement-asked')) expect(named).not.toContain('citizen');
        for (const part of parts) expect(causesOfIncidents(part, incidents)).toContain(part.cause);
        const asked = dossier.opinions.map(({ officeId }) => officeId);
        for (const part of parts) if (part.cause === 'other-office') expect(asked).toContain(part.officeId);
      }),
      { numRuns: 400 },
    );
  });
});
