import type { Instant } from '#kernel/instant.ts';
import type { Clock, Dossier, Task } from './dossier.ts';
import type { ClockFacts, EventOf, EventType, PlannedStep } from './event.ts';
import { pausedUntil } from './national-clock.ts';

/** What an event changes. */
export type Change = Partial<Dossier>;
export type Changes<T extends EventType> = {
  readonly [K in T]: (dossier: Dossier, event: EventOf<K>) => Change;
};

export const NO_CLOCK: Clock = {
  state: 'none',
  countsFrom: null,
  dueAt: null,
  committedAt: null,
  certain: true,
  promised: false,
  remaining: null,
  stoppedAt: null,
  restartBasis: null,
  pauses: [],
};

/** Started, or started again from zero. */
export function running(facts: ClockFacts): Clock {
  return { ...NO_CLOCK, state: 'running', countsFrom: facts.receivedAt, ...datesOf(facts) };
}

/** It stood still and goes on where it was. */
export function goneOn(clock: Clock, facts: ClockFacts, at: Instant): Clock {
  return { ...clock, state: 'running', ...datesOf(facts), pauses: pausedUntil(clock.pauses, at) };
}

/** Where the clock stands by an event. */
export function datesOf({ dueAt, certain, remaining, committedAt = null }: ClockFacts) {
  return { dueAt, committedAt, certain, remaining };
}

/** The date that the applicant was told: the promised one where there is one. */
export function saidDate({
  committedAt = null,
  dueAt,
}: Pick<ClockFacts, 'committedAt' | 'dueAt'>): Instant | null {
  return committedAt ?? dueAt;
}

/** Where it stands while it stands still. */
export function standingAt({ dueAt, remaining, committedAt = null }: ClockFacts) {
  return { dueAt, committedAt, remaining };
}

export function atOneStop(dossier: Dossier, at: Instant, task: Task): Change {
  return { task, holder: { officeId: dossier.filing.intakeOfficeId, accountId: null, since: at } };
}

/** A leader signs without a separate confirmation: the signature is the act. */
export function atStep(steps: readonly PlannedStep[], index: number, at: Instant): Change {
  const step = steps[index];
  if (!step) throw new Error(`the process has no step ${index}`);
  return {
    stepIndex: index,
    task: step.kind === 'sign' ? 'decide' : 'confirm-receipt',
    holder: { officeId: step.officeId, accountId: null, since: at },
  };
}

export function heldBy(dossier: Dossier, accountId: string, at: Instant): Dossier['holder'] {
  if (!dossier.holder) throw new Error('nobody holds it');
  return { officeId: dossier.holder.officeId, accountId, since: at };
}

/** Whoever waits for the citizen gives it to the one-stop, and gets it back afterwards. */
export function handedToOneStop(dossier: Dossier, at: Instant, task: Task): Change {
  const { holder } = dossier;
  return {
    heldBefore: holder && { officeId: holder.officeId, accountId: holder.accountId },
    ...atOneStop(dossier, at, task),
  };
}

/** Back to who held it; who decides goes on deciding. */
export function handedBack(dossier: Dossier, at: Instant): Change {
  const back = dossier.heldBefore;
  const signs = dossier.steps[dossier.stepIndex ?? -1]?.kind === 'sign';
  const others: Task = back?.accountId ? 'work' : 'start';
  return {
    state: 'in-progress',
    heldBefore: null,
    task: signs ? 'decide' : others,
    holder: back && { ...back, since: at },
  };
}

export function ended(dossier: Dossier, at: Instant): Change {
  return {
    task: 'none',
    holder: null,
    endedAt: at,
    clock: { ...dossier.clock, state: dossier.clock.state === 'none' ? 'none' : 'ended' },
  };
}
