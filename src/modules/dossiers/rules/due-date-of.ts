import type { Instant } from '#kernel/instant.ts';
import { type DueDate, dueDate } from '#kernel/working-time/due-date.ts';
import type { Pause } from '#kernel/working-time/limit.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Commitment } from '#modules/catalogue/index.ts';
import { shortens } from './commitment.ts';
import type { Clock } from './dossier.ts';
import type { ClockFacts } from './event.ts';
import type { Filing } from './filing.ts';

/** From when it counts, and when it stood still since. */
export interface Counting {
  readonly received: Instant;
  /** The clock started anew here; null: it runs from the receipt. */
  readonly restart?: Instant | null;
  /** The law by which it did. */
  readonly restartBasis?: string | null;
  readonly pauses?: readonly Pause[];
}

/**
 * The due date of a filing with its derivation, by the one calculus there is. Vietnamese time. Before acceptance it
 * is what the page shows; afterwards it is computed again from the same receipt, restart and pauses.
 */
export function dueDateOf(
  calendar: WorkCalendar,
  { limit, cutoff }: Pick<Filing, 'limit' | 'cutoff'>,
  { received, restart = null, restartBasis = null, pauses = [] }: Counting,
): DueDate {
  return dueDate(calendar, { received, limit, cutoff, restart, restartBasis, pauses });
}

/** How an accepted dossier counts now. */
export function countingOf(dossier: {
  readonly receivedAt: Instant | null;
  readonly clock: Pick<Clock, 'countsFrom' | 'pauses' | 'restartBasis'>;
}): Counting | null {
  const { receivedAt, clock } = dossier;
  if (!receivedAt || !clock.countsFrom) return null;
  const restart = clock.countsFrom === receivedAt ? null : clock.countsFrom;
  return { received: receivedAt, restart, restartBasis: clock.restartBasis, pauses: clock.pauses };
}

/**
 * The due date by the limit that the agency promises, counted from the same receipt, restart and pauses as the legal one
 * (deadlines.md, three clocks). Undefined: it promises none.
 */
export function committedDateOf(
  calendar: WorkCalendar,
  { commitment, cutoff }: Pick<Filing, 'commitment' | 'cutoff'>,
  counting: Counting,
): DueDate | undefined {
  return commitment && dueDateOf(calendar, { limit: commitment.limit, cutoff }, counting);
}

/**
 * Of a filing that is not accepted yet the date by the limit that its agency promises, where accepting now would keep it and
 * it is earlier than the legal one. Null: nothing earlier is promised.
 */
export function earlierPromise(
  calendar: WorkCalendar,
  filing: Pick<Filing, 'limit' | 'addedTime' | 'cutoff'>,
  promised: Commitment | undefined,
  { received, legal }: { readonly received: Instant; readonly legal: DueDate },
): DueDate | null {
  if (!promised || !shortens(promised, filing)) return null;
  const committed = dueDateOf(calendar, { limit: promised.limit, cutoff: filing.cutoff }, { received });
  const { committedAt, dueAt } = clockFacts(legal, received, committed);
  return committedAt === dueAt ? null : committed;
}

/** What the history keeps of a due date; what is promised is never later than what the law says. */
export function clockFacts(due: DueDate, receivedAt: Instant, committed: DueDate | undefined): ClockFacts {
  const { due: dueAt, certain, remaining } = due;
  const facts = { receivedAt, dueAt, certain, remaining };
  return committed ? { ...facts, committedAt: earlier(committed.due, dueAt) } : facts;
}

function earlier(promised: Instant | null, legal: Instant | null): Instant | null {
  return promised !== null && (legal === null || promised < legal) ? promised : legal;
}
