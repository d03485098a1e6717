import type { Instant } from '#kernel/instant.ts';
import type { Pause } from '#kernel/working-time/limit.ts';
import { planSteps } from '#kernel/working-time/step-plan.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Dossier } from './dossier.ts';
import {
  type Counting as CountingFrom,
  clockFacts,
  committedDateOf,
  countingOf,
  dueDateOf,
} from './due-date-of.ts';
import type { Author, ClockFacts, NewEvent, PlannedStep } from './event.ts';
import { type ClockOf, endingAt } from './kept-clock.ts';
import { nationalDueAt, pausedFrom, pausedUntil } from './national-clock.ts';
import { planToPromise, promisedDate } from './promised-date.ts';
import { sharesFrom } from './step-shares.ts';

export interface Counted {
  readonly clock: ClockFacts;
  readonly steps: readonly PlannedStep[];
  /** By QĐ 766/QĐ-TTg, with its own pauses. */
  readonly nationalDueAt: Instant | null;
}

type Counting = ClockOf & Pick<Dossier, 'takenOver' | 'steps'>;

/**
 * Due date and steps from the same receipt, restart and pauses by this calendar; a date promised by the software
 * before moves by the pauses only. Null: nothing counts.
 */
export function countAgain(calendar: WorkCalendar, dossier: Counting): Counted | null {
  const counting = countingOf(dossier);
  if (!counting) return null;
  const { steps, plannedFrom, takenOver } = dossier;
  const { pauses, promised } = dossier.clock;
  if (!promised || !takenOver) {
    const { ends, ...counted } = countByRules(calendar, dossier, counting);
    return { ...counted, steps: endingAt(steps, ends) };
  }
  const { dueAt, remaining } = promisedDate(calendar, dossier.firstDueAt, pauses);
  const clock = { receivedAt: counting.received, dueAt, certain: true, remaining };
  const ends = planToPromise(calendar, takenOver.at, dueAt, sharesFrom(steps, plannedFrom), pauses);
  return { clock, steps: endingAt(steps, ends), nationalDueAt: nationalDueAt(calendar, dossier) };
}

function countByRules(calendar: WorkCalendar, dossier: ClockOf, counting: CountingFrom) {
  const { filing, steps, plannedFrom, national } = dossier;
  const { pauses } = dossier.clock;
  const due = dueDateOf(calendar, filing, counting);
  const ends = planSteps(calendar, due, sharesFrom(steps, plannedFrom), pauses);
  const neverStood = !counting.restart && !national.promised && pauses.length + national.pauses.length === 0;
  return {
    clock: clockFacts(due, counting.received, committedDateOf(calendar, filing, counting)),
    ends,
    nationalDueAt: neverStood ? due.due : nationalDueAt(calendar, dossier), // both count the same then
  };
}

/** When the missing papers have come: from zero (NĐ 61/2018 Điều 19 khoản 4), or where it was if it only stood still. */
export function countCompleted(calendar: WorkCalendar, dossier: Dossier, at: Instant): Counted | null {
  const goes = goingOn(dossier, at);
  if (dossier.clock.state === 'suspended') return countAgain(calendar, goes);
  const { filing, steps, stepIndex } = dossier;
  const due = dueDateOf(calendar, filing, { received: at });
  const ends = planSteps(calendar, due, sharesFrom(steps, stepIndex ?? 1));
  return {
    clock: clockFacts(due, at, committedDateOf(calendar, filing, { received: at })),
    steps: endingAt(steps, ends),
    nationalDueAt: nationalDueAt(calendar, goes),
  };
}

/** Both clocks stand still from `at` (legal time). */
export function standingStill(dossier: Dossier, at: Instant): Dossier {
  return withPauses(dossier, (pauses) => pausedFrom(pauses, at));
}

/** Both clocks go on at `at` (legal time). */
export function goingOn(dossier: Dossier, at: Instant): Dossier {
  return withPauses(dossier, (pauses) => pausedUntil(pauses, at));
}

function withPauses(dossier: Dossier, change: (pauses: readonly Pause[]) => readonly Pause[]): Dossier {
  const { clock, national } = dossier;
  return {
    ...dossier,
    clock: { ...clock, pauses: change(clock.pauses) },
    national: { ...national, pauses: change(national.pauses) },
  };
}

/** Nobody's press: a change of the calendar, whose own log says who made it. */
const calendarItself: Author = { accountId: null, officeId: null, name: '', officeName: '' };

/**
 * The event of an open dossier whose days count otherwise now (`deadlines.md`, changes of the calendar): old and
 * new date. Undefined when its clock does not run, nothing of its dates is another one, or the date was promised
 * by the software before: what somebody else promised stays promised.
 * A day before a restart moves the date of QĐ 766 alone.
 */
export function recomputedEvent(
  calendar: WorkCalendar,
  dossier: ClockOf,
  at: Instant,
): EventToWrite | undefined {
  const { clock, national, steps } = dossier;
  if (clock.state !== 'running' || clock.promised) return undefined;
  const counting = countingOf(dossier);
  if (!counting) return undefined;
  const counted = countByRules(calendar, dossier, counting);
  const same =
    counted.clock.dueAt === clock.dueAt &&
    (counted.clock.committedAt ?? null) === clock.committedAt &&
    counted.clock.certain === clock.certain &&
    (!national.said || counted.nationalDueAt === national.dueAt) &&
    counted.ends.every((end, index) => end === steps[index]?.dueAt);
  if (same) return undefined;
  const promised = clock.committedAt === null ? {} : { promisedBefore: clock.committedAt };
  const body = { before: clock.dueAt, ...promised, ...counted };
  return { type: 'due-date-recomputed', at, by: calendarItself, body, personal: null };
}

type EventToWrite = Extract<NewEvent, { readonly type: 'due-date-recomputed' }>;
