import type { Instant } from '#kernel/instant.ts';
import type { LimitUnit } from '#kernel/working-time/limit.ts';
import { nationalClass } from '#kernel/working-time/three-clocks.ts';
import { classOfEnded, classOfOpen } from '#kernel/working-time/timeliness.ts';

export const endedClasses = ['early', 'on-time', 'late'] as const;
export const openClasses = ['in-time', 'overdue'] as const;
export type DossierClass = (typeof endedClasses)[number] | (typeof openClasses)[number];

/** What the class of a dossier depends on. Moments are legal time, Asia/Ho_Chi_Minh. */
export interface Classed {
  readonly state: string;
  /** Unit of its limit; null: it has none. */
  readonly limitUnit: LimitUnit | null;
  readonly dueAt: Instant | null;
  /** When the result was ready, or it was withdrawn or stopped. */
  readonly endedAt: Instant | null;
}

const waiting = ['awaiting-supplement', 'awaiting-payment'];

/**
 * Early, on time, late; or not ended and in time or overdue at `now`, by the legal clock of deadlines.md. A
 * re-appointed date changes nothing.
 */
export function classOf(
  { state, limitUnit: unit, dueAt: due, endedAt }: Classed,
  now: Instant,
): DossierClass {
  return endedAt === null
    ? classOfOpen({ due, unit, at: now, waiting: waiting.includes(state) })
    : classOfEnded({ due, unit, ended: endedAt, withdrawn: state === 'withdrawn' });
}

/** The same by QĐ 766/QĐ-TTg: `dueAt` is its date; a second supplement request makes it late, or overdue. */
export function nationalClassOf(
  {
    state,
    limitUnit: unit,
    dueAt: due,
    endedAt: ended,
    supplements,
  }: Classed & { readonly supplements: number },
  now: Instant,
): DossierClass {
  const question = { due, unit, ended, supplements, at: now };
  return nationalClass({
    ...question,
    waiting: waiting.includes(state),
    withdrawn: state === 'withdrawn',
  });
}
