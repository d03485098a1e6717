import type { Instant } from '#kernel/instant.ts';
import { planSteps } from '#kernel/working-time/step-plan.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Dossier } from './dossier.ts';
import { clockFacts, countingOf, dueDateOf } from './due-date-of.ts';
import type { Author, ClockFacts, NewEvent, PlannedStep } from './event.ts';
import { sharesFrom } from './step-shares.ts';

export interface Counted {
  readonly clock: ClockFacts;
  readonly steps: readonly PlannedStep[];
}

/** Due date and steps from the same receipt, restart and pauses by this calendar. Null: nothing counts. */
export function countAgain(
  calendar: WorkCalendar,
  dossier: Pick<Dossier, 'receivedAt' | 'clock' | 'filing' | 'steps' | 'plannedFrom'>,
): Counted | null {
  const counting = countingOf(dossier);
  if (!counting) return null;
  const due = dueDateOf(calendar, dossier.filing, counting);
  const ends = planSteps(calendar, due, sharesFrom(dossier.steps, dossier.plannedFrom), dossier.clock.pauses);
  const steps = dossier.steps.map((step, index) => ({ ...step, dueAt: ends[index] ?? null }));
  return { clock: clockFacts(due, counting.received), steps };
}

/** Nobody's press: a change of the calendar, whose own log says who made it. */
const calendarItself: Author = { accountId: null, officeId: null, name: '', officeName: '' };

/**
 * The event of an open dossier whose days count otherwise now (`deadlines.md`, changes of the calendar): old and
 * new date. Undefined when its clock does not run, or nothing of its dates is another one.
 */
export function recomputedEvent(calendar: WorkCalendar, dossier: Dossier, at: Instant): NewEvent | undefined {
  const { clock, steps } = dossier;
  if (clock.state !== 'running') return undefined;
  const counted = countAgain(calendar, dossier);
  if (!counted) return undefined;
  const same =
    counted.clock.dueAt === clock.dueAt &&
    counted.clock.certain === clock.certain &&
    counted.steps.every((step, index) => step.dueAt === steps[index]?.dueAt);
  if (same) return undefined;
  const body = { before: clock.dueAt, ...counted };
  return { type: 'due-date-recomputed', at, by: calendarItself, body, personal: null };
}
