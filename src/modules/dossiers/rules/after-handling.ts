import { atOneStop, atStep, type Change, type Changes, goneOn, heldBy, standingAt } from './change.ts';
import type { Dossier } from './dossier.ts';
import type { EventOf } from './event.ts';
import { nationalAfter, pausedFrom, pausedUntil } from './national-clock.ts';

type Handles =
  | 'forwarded'
  | 'receipt-confirmed'
  | 'receipt-refused'
  | 'step-started'
  | 'step-finished'
  | 'step-returned'
  | 'reassigned'
  | 'slip-printed'
  | 'opinion-asked'
  | 'opinion-answered';

/** From hand to hand. */
export const handlingChanges: Changes<Handles> = {
  forwarded: (dossier, { at, body }) => ({
    state: 'in-progress',
    ...atStep(dossier.steps, body.stepIndex, at),
  }),
  'receipt-confirmed': () => ({ task: 'start' }),
  'receipt-refused': receiptRefused,
  'step-started': (dossier, { at, body }) => ({ task: 'work', holder: heldBy(dossier, body.accountId, at) }),
  'step-finished': (dossier, { at, body, personal }) => ({
    ...atStep(dossier.steps, body.stepIndex + 1, at),
    stepFinished: true,
    draft: personal?.draft ?? dossier.draft,
  }),
  'step-returned': (dossier, { at, body }) => atStep(dossier.steps, body.toIndex, at),
  reassigned: (dossier, { at, body }) => ({
    task: dossier.task === 'confirm-receipt' ? 'start' : dossier.task,
    holder: heldBy(dossier, body.accountId, at),
  }),
  'slip-printed': ({ paperIds }, { body }) => ({ paperIds: [...paperIds, body.paperId] }),
  'opinion-asked': opinionAsked,
  'opinion-answered': opinionAnswered,
};

/** Back with who handed it over: they had it in hand before, so they need not confirm it again. */
function receiptRefused(dossier: Dossier, { at, body }: EventOf<'receipt-refused'>): Change {
  if (body.toIndex === 0) return { stepIndex: 0, ...atOneStop(dossier, at, 'forward') };
  return { ...atStep(dossier.steps, body.toIndex, at), task: 'start' };
}

/** The clock runs on, unless the event says by which law it stands still. */
function opinionAsked(dossier: Dossier, { at, body }: EventOf<'opinion-asked'>): Change {
  const { order, officeId, officeName, outside = null, answerBy, suspends, nationalDueAt } = body;
  const opinion = { order, officeId, officeName, outside, answerBy, askedAt: at, answeredAt: null };
  const opinions = [...dossier.opinions, { ...opinion, suspends: suspends !== undefined }];
  if (!suspends) return { opinions };
  const { dueAt } = suspends.clock;
  const pauses = pausedFrom(dossier.clock.pauses, at, suspends.basis);
  const national = { pauses: pausedFrom(dossier.national.pauses, at), legal: dueAt };
  return {
    opinions,
    clock: { ...dossier.clock, state: 'suspended', ...standingAt(suspends.clock), pauses },
    national: nationalAfter(dossier, nationalDueAt, national),
  };
}

function opinionAnswered(dossier: Dossier, { at, body }: EventOf<'opinion-answered'>): Change {
  const { order, goesOn, nationalDueAt } = body;
  const opinions = dossier.opinions.map((one) => (one.order === order ? { ...one, answeredAt: at } : one));
  if (!goesOn) return { opinions };
  const national = { pauses: pausedUntil(dossier.national.pauses, at), legal: goesOn.clock.dueAt };
  return {
    opinions,
    clock: goneOn(dossier.clock, goesOn.clock, at),
    national: nationalAfter(dossier, nationalDueAt, national),
    steps: goesOn.steps,
  };
}
