import type { Instant } from '#kernel/instant.ts';
import { type Classed, classOf, type DossierClass } from './class-of-dossier.ts';

/** How many dossiers stood so at the end of a period. */
export interface CountedStanding {
  readonly agencyId: string;
  readonly field: string;
  readonly channel: string;
  /** Received before the period and not ended when it began. */
  readonly before: boolean;
  readonly class: DossierClass;
  readonly count: number;
}

/** How a dossier was spent from a moment on; the next interval ends it. */
export interface ReportInterval {
  readonly kind: string;
  /** Legal time. */
  readonly from: Instant;
  readonly dueAt: Instant | null;
}

const waiting: Readonly<Record<string, string>> = {
  citizen: 'awaiting-supplement',
  payment: 'awaiting-payment',
};

/** The interval in which it stood at `moment`; undefined: it had not begun. */
export function intervalAt(
  intervals: readonly ReportInterval[],
  moment: Instant,
): ReportInterval | undefined {
  return intervals.findLast(({ from }) => from <= moment);
}

/**
 * Its class as it stood at `moment` (legal time), by the legal clock: with the due date of then, whatever happened since.
 * Undefined: it had not begun.
 */
export function classAt(
  dossier: { readonly withdrawn: boolean } & Pick<Classed, 'limitUnit'>,
  intervals: readonly ReportInterval[],
  moment: Instant,
): DossierClass | undefined {
  const interval = intervalAt(intervals, moment);
  if (!interval) return undefined;
  const { kind, dueAt, from } = interval;
  const ended = kind === 'ended';
  const state = ended && dossier.withdrawn ? 'withdrawn' : (waiting[kind] ?? 'in-progress');
  return classOf({ state, limitUnit: dossier.limitUnit, dueAt, endedAt: ended ? from : null }, moment);
}
