import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';

export const endedClasses = ['early', 'on-time', 'late'] as const;
export const openClasses = ['in-time', 'overdue'] as const;
export type DossierClass = (typeof endedClasses)[number] | (typeof openClasses)[number];

/** What the class of a dossier depends on. Moments are legal time, Asia/Ho_Chi_Minh. */
export interface Classed {
  readonly state: string;
  /** Unit of its limit; null: it has none. */
  readonly limitUnit: string | null;
  readonly dueAt: Instant | null;
  /** When the result was ready, or it was withdrawn or stopped. */
  readonly endedAt: Instant | null;
}

const waiting = ['awaiting-supplement', 'awaiting-payment'];

/**
 * Early, on time, late; or not ended and in time or overdue at `now`. By date, limits in hours by the minute. Without
 * a due date or withdrawn it is on time; who waits for the citizen is in time (the legal clock of deadlines.md). A
 * re-appointed date changes nothing.
 */
export function classOf({ state, limitUnit, dueAt, endedAt }: Classed, now: Instant): DossierClass {
  const order = dueAt === null ? 0 : compare(endedAt ?? now, dueAt, limitUnit === 'gio');
  if (endedAt === null) return order > 0 && !waiting.includes(state) ? 'overdue' : 'in-time';
  if (state === 'withdrawn' || order === 0) return 'on-time';
  return order < 0 ? 'early' : 'late';
}

/** Negative: before. An instant is a text, its order is that of time; `YYYY-MM-DDTHH:MM` is its minute. */
function compare(moment: Instant, due: Instant, byMinute: boolean): number {
  const part = (at: Instant): string => (byMinute ? at.slice(0, 16) : dateOf(at));
  if (part(moment) === part(due)) return 0;
  return part(moment) < part(due) ? -1 : 1;
}
