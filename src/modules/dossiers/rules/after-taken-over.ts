import type { Instant } from '#kernel/instant.ts';
import { atOneStop, atStep, type Change, type Changes, handedToOneStop, heldBy, running } from './change.ts';
import type { Clock, Dossier, NationalClock } from './dossier.ts';
import type { EventOf, Guidance } from './event.ts';
import { NO_NATIONAL, pausedFrom } from './national-clock.ts';
import type { OldNotes, OldStanding } from './standing.ts';

type TakenOver = EventOf<'taken-over'>;

/** From the software before: it goes on from where it stood there. */
export const takenOverChanges: Changes<'taken-over'> = {
  'taken-over': (dossier, event) => {
    const { number, clock, processKey, steps, standing, source } = event.body;
    const known: Dossier = {
      ...dossier,
      number,
      takenOver: { at: event.at, from: source },
      receivedAt: clock.receivedAt,
      firstDueAt: clock.dueAt,
      clock: clockAt(standing, { ...running(clock), promised: true }),
      national: nationalAt(standing, clock.dueAt),
      processKey,
      steps,
    };
    return { ...known, ...stands(known, event, standing) };
  },
};

/** Waiting for the citizen it stands still; a result that is ready has ended it. */
function clockAt(standing: OldStanding, clock: Clock): Clock {
  switch (standing.kind) {
    case 'at-one-stop':
    case 'in-work':
      return clock;
    case 'awaiting-supplement':
      return { ...clock, state: 'stopped', dueAt: null, stoppedAt: standing.since };
    case 'awaiting-payment':
      return { ...clock, state: 'suspended', dueAt: null, pauses: [{ from: standing.since, to: null }] };
    case 'ready':
      return { ...clock, state: 'ended' };
  }
}

/** A wait that began after the promised date changes nothing of it. */
function nationalAt(standing: OldStanding, dueAt: Instant | null): NationalClock {
  const known = { ...NO_NATIONAL, promised: true };
  if (standing.kind !== 'awaiting-supplement' && standing.kind !== 'awaiting-payment')
    return { ...known, dueAt };
  const { since } = standing;
  return { ...known, dueAt: dueAt !== null && since >= dueAt ? dueAt : null, pauses: pausedFrom([], since) };
}

function stands(dossier: Dossier, { at, personal }: TakenOver, standing: OldStanding): Change {
  switch (standing.kind) {
    case 'at-one-stop':
      return { state: 'accepted', stepIndex: 0, ...atOneStop(dossier, at, 'forward') };
    case 'in-work':
      return { state: 'in-progress', ...inWork(dossier, standing, at) };
    case 'awaiting-supplement':
      return {
        state: 'awaiting-supplement',
        supplements: 1,
        guidance: guidance(personal),
        ...waiting(dossier, standing, at, 'await-supplement'),
      };
    case 'awaiting-payment':
      return {
        state: 'awaiting-payment',
        payment: { amount: standing.amount, basis: personal?.waitingFor ?? '' },
        ...waiting(dossier, standing, at, 'await-payment'),
      };
    case 'ready':
      return ready(dossier, standing, at);
  }
}

type AtStep = Extract<OldStanding, { readonly stepIndex: number }>;

/** In the hands of somebody, or of the office: received there already. */
function inWork(dossier: Dossier, { stepIndex, accountId }: AtStep, at: Instant): Change {
  const placed = { ...dossier, ...atStep(dossier.steps, stepIndex, at) };
  const { stepIndex: index, holder } = placed;
  const common = { stepIndex: index, plannedFrom: stepIndex, stepFinished: stepIndex > 1, holder };
  if (placed.task === 'decide') return { ...common, task: 'decide' };
  if (accountId === null) return { ...common, task: 'start' };
  return { ...common, task: 'work', holder: heldBy(placed, accountId, at) };
}

function waiting(
  dossier: Dossier,
  standing: AtStep,
  at: Instant,
  task: 'await-supplement' | 'await-payment',
): Change {
  const worked = inWork(dossier, standing, at);
  return { ...worked, ...handedToOneStop({ ...dossier, ...worked }, at, task) };
}

function ready(
  dossier: Dossier,
  { resultNumber, readyAt }: Extract<OldStanding, { kind: 'ready' }>,
  at: Instant,
): Change {
  return {
    state: 'decided',
    outcome: 'granted',
    resultNumber,
    endedAt: readyAt,
    stepIndex: dossier.steps.findIndex((step) => step.kind === 'return'),
    stepFinished: true,
    task: 'hand-over',
    holder: { officeId: dossier.filing.returnOfficeId, accountId: null, since: at },
  };
}

function guidance(personal: OldNotes | null): Guidance | null {
  if (!personal?.waitingFor) return null;
  return { items: [{ name: personal.waitingFor, what: '' }], reason: personal.waitingFor };
}
