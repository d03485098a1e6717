import type { Instant } from '#kernel/instant.ts';
import { type Classed, classOf, type DossierClass, nationalClassOf } from './class-of-dossier.ts';
import type { ReportClock } from './report-table.ts';

/** How many dossiers of a period there are in a class. */
export interface CountedInClass {
  /** Received before the period and not ended when it began. */
  readonly before: boolean;
  /** As they stood at the end of the period. */
  readonly class: DossierClass;
  readonly count: number;
}

/** The same by agency, field and channel. */
export interface CountedStanding extends CountedInClass {
  readonly agencyId: string;
  readonly field: string;
  readonly channel: string;
  /** An officer filed it for somebody who does not write. */
  readonly assisted: boolean;
}

/** The same by who handled it; null: nobody in particular yet. */
export interface CountedHandled extends CountedInClass {
  readonly officeId: string | null;
  readonly accountId: string | null;
}

/** The same by the month of receipt, `2022-07`. */
export interface CountedMonth extends CountedInClass {
  readonly month: string;
}

/** How a dossier was spent from a moment on; the next interval ends it. */
export interface ReportInterval {
  readonly kind: string;
  /** Legal time. */
  readonly from: Instant;
  readonly dueAt: Instant | null;
  /** By QĐ 766/QĐ-TTg. */
  readonly nationalDueAt: Instant | null;
  /** Supplement requests so far. */
  readonly supplements: number;
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
 * Its class as it stood at `moment` (legal time) by one of the clocks: with the due date of then, whatever happened since.
 * A withdrawal is its last end; one before it was a result that was taken back. Undefined: it had not begun.
 */
export function classAt(
  dossier: { readonly withdrawn: boolean } & Pick<Classed, 'limitUnit'>,
  intervals: readonly ReportInterval[],
  moment: Instant,
  clock: ReportClock = 'legal',
): DossierClass | undefined {
  const interval = intervalAt(intervals, moment);
  if (!interval) return undefined;
  const { kind, from, supplements } = interval;
  const ended = kind === 'ended';
  const withdrawn = ended && dossier.withdrawn && interval === intervals.at(-1);
  const state = withdrawn ? 'withdrawn' : (waiting[kind] ?? 'in-progress');
  const classed = { state, limitUnit: dossier.limitUnit, endedAt: ended ? from : null };
  return clock === 'legal'
    ? classOf({ ...classed, dueAt: interval.dueAt }, moment)
    : nationalClassOf({ ...classed, dueAt: interval.nationalDueAt, supplements }, moment);
}
