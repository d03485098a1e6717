import { type Change, type Changes, handedBack, handedToOneStop, running } from './change.ts';
import type { Dossier } from './dossier.ts';
import type { EventOf } from './event.ts';
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
    clock: { ...dossier.clock, state: 'stopped', dueAt: null, stoppedAt: at },
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
      dueAt: null,
      remaining: body.clock.remaining,
      pauses: pausedFrom(dossier.clock.pauses, at),
    },
    national: nationalAfter(dossier, body.nationalDueAt, {
      pauses: pausedFrom(dossier.national.pauses, at),
      legal: null,
    }),
    paperIds: [...dossier.paperIds, body.paperId],
    ...handedToOneStop(dossier, at, 'await-payment'),
  }),
  'payment-recorded': paymentRecorded,
  'due-date-recomputed': (dossier, { body }) => {
    const { dueAt, certain, remaining } = body.clock;
    const known = dossier.knownDueAt ?? body.before;
    const clock = { ...dossier.clock, dueAt, certain, remaining };
    const { pauses } = dossier.national;
    const national = nationalAfter(dossier, body.nationalDueAt, { pauses, legal: dueAt });
    return { clock, national, steps: body.steps, knownDueAt: known === dueAt ? null : known };
  },
  'date-announced': (dossier, { body: { outcome } }) => ({
    knownDueAt: outcome === 'reached' || outcome === 'sent' ? null : dossier.knownDueAt,
  }),
  're-appointed': (dossier, { body }) => ({
    appointedAt: body.appointedAt,
    paperIds: [...dossier.paperIds, body.paperId],
  }),
};

function supplementReceived(dossier: Dossier, event: EventOf<'supplement-received'>): Change {
  const { clock, steps, receiptId } = event.body;
  const papers = event.personal?.papers ?? [];
  return {
    ...handedBack(dossier, event.at),
    clock: running(clock),
    national: nationalAfter(dossier, event.body.nationalDueAt, {
      pauses: pausedUntil(dossier.national.pauses, clock.receivedAt),
      legal: clock.dueAt,
    }),
    steps,
    plannedFrom: dossier.stepIndex ?? 0,
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
  const { dueAt, certain, remaining } = body.clock;
  const pauses = pausedUntil(dossier.clock.pauses, at);
  return {
    ...handedBack(dossier, at),
    payment: null,
    knownDueAt: null,
    clock: { ...dossier.clock, state: 'running', dueAt, certain, remaining, pauses },
    national: nationalAfter(dossier, body.nationalDueAt, {
      pauses: pausedUntil(dossier.national.pauses, at),
      legal: dueAt,
    }),
    steps: body.steps,
  };
}
