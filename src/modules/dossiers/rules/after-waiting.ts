import type { Instant } from '#kernel/instant.ts';
import {
  type Change,
  type Changes,
  goneOn,
  handedBack,
  handedToOneStop,
  running,
  standingAt,
} from './change.ts';
import type { Clock, Dossier, Opinion } from './dossier.ts';
import type { ClockFacts, EventOf } from './event.ts';
import { clockRecomputed, endingAt } from './kept-clock.ts';
import { nationalAfter, pausedFrom, pausedUntil } from './national-clock.ts';

type Waits =
  | 'supplement-asked'
  | 'supplement-announced'
  | 'supplement-received'
  | 'payment-asked'
  | 'payment-recorded'
  | 'due-date-recomputed'
  | 'date-announced'
  | 're-appointed';

/** What stops, restarts, suspends the clock, or promises another date. */
export const waitingChanges: Changes<Waits> = {
  'supplement-asked': (dossier, { at, body, personal }) => ({
    state: 'awaiting-supplement',
    supplements: body.count,
    respondBy: body.respondBy ?? null,
    guidance: personal,
    clock: waitingForPapers(dossier.clock, body, at),
    opinions: noLongerAwaited(dossier.opinions),
    national: nationalAfter({ ...dossier, supplements: body.count }, body.nationalDueAt, {
      pauses: pausedFrom(dossier.national.pauses, at),
      legal: null,
    }),
    paperIds: [...dossier.paperIds, body.paperId],
    ...handedToOneStop(dossier, at, 'announce-supplement'),
  }),
  'supplement-announced': () => ({ task: 'await-supplement' }),
  'supplement-received': supplementReceived,
  'payment-asked': (dossier, { at, body }) => ({
    state: 'awaiting-payment',
    payment: { amount: body.amount, basis: body.basis },
    clock: {
      ...dossier.clock,
      state: 'suspended',
      ...standingAt(body.clock),
      dueAt: null,
      pauses: pausedFrom(dossier.clock.pauses, at, body.pauseBasis),
    },
    opinions: noLongerAwaited(dossier.opinions),
    national: nationalAfter(dossier, body.nationalDueAt, {
      pauses: pausedFrom(dossier.national.pauses, at),
      legal: null,
    }),
    paperIds: [...dossier.paperIds, body.paperId],
    ...handedToOneStop(dossier, at, 'await-payment'),
  }),
  'payment-recorded': paymentRecorded,
  'due-date-recomputed': (dossier, { body }) => ({
    ...clockRecomputed(dossier, body),
    steps: body.steps ?? endingAt(dossier.steps, body.ends ?? []),
  }),
  'date-announced': (dossier, { body: { outcome } }) => ({
    knownDueAt: outcome === 'reached' || outcome === 'sent' ? null : dossier.knownDueAt,
  }),
  're-appointed': (dossier, { body }) => ({
    appointedAt: body.appointedAt,
    reAppointments: { made: dossier.reAppointments.made + 1, most: body.most ?? 1 },
    paperIds: [...dossier.paperIds, body.paperId],
  }),
};

/** It starts anew when they have come, or goes on where it was: what the event says. */
function waitingForPapers(clock: Clock, body: EventOf<'supplement-asked'>['body'], at: Instant): Clock {
  const { effect, clock: facts } = body;
  if (effect?.kind !== 'suspend' || !facts)
    return {
      ...clock,
      state: 'stopped',
      dueAt: null,
      committedAt: null,
      stoppedAt: at,
      restartBasis: effect?.basis ?? null,
    };
  return {
    ...clock,
    state: 'suspended',
    ...standingAt(facts),
    pauses: pausedFrom(clock.pauses, at, effect.basis),
  };
}

/** Who waits for the citizen waits no more for another office: the wait for the citizen goes on in its place. */
function noLongerAwaited(opinions: readonly Opinion[]): readonly Opinion[] {
  return opinions.some(({ suspends }) => suspends)
    ? opinions.map((one) => ({ ...one, suspends: false }))
    : opinions;
}

function completed(clock: Clock, facts: ClockFacts, at: Instant): Clock {
  if (clock.state === 'suspended') return goneOn(clock, facts, at);
  return { ...running(facts), restartBasis: clock.restartBasis };
}

function supplementReceived(dossier: Dossier, event: EventOf<'supplement-received'>): Change {
  const { clock, steps, receiptId } = event.body;
  const papers = event.personal?.papers ?? [];
  return {
    ...handedBack(dossier, event.at),
    clock: completed(dossier.clock, clock, event.at),
    national: nationalAfter(dossier, event.body.nationalDueAt, {
      pauses: pausedUntil(dossier.national.pauses, event.at),
      legal: clock.dueAt,
    }),
    steps,
    plannedFrom: dossier.clock.state === 'suspended' ? dossier.plannedFrom : (dossier.stepIndex ?? 0),
    personal: dossier.personal && { ...dossier.personal, papers: [...dossier.personal.papers, ...papers] },
    guidance: null,
    respondBy: null,
    knownDueAt: null,
    receiptIds: [...dossier.receiptIds, receiptId],
    paperIds: [...dossier.paperIds, receiptId],
  };
}

/** The clock goes on where it was: the receipt stays, the date moves by the time that it stood still. */
function paymentRecorded(dossier: Dossier, { at, body }: EventOf<'payment-recorded'>): Change {
  return {
    ...handedBack(dossier, at),
    payment: null,
    knownDueAt: null,
    clock: goneOn(dossier.clock, body.clock, at),
    national: nationalAfter(dossier, body.nationalDueAt, {
      pauses: pausedUntil(dossier.national.pauses, at),
      legal: body.clock.dueAt,
    }),
    steps: body.steps,
  };
}
