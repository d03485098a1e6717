import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Pause } from '#kernel/working-time/limit.ts';
import type { Axis } from './office-axis.ts';

/** A stay in one step; the next begins where it ends. */
export interface Passage {
  readonly step: string;
  readonly office: string;
  readonly from: Instant;
  /** Null: still there. */
  readonly to: Instant | null;
}

/** In whose hands it came; null: in nobody's. */
export interface Held {
  readonly from: Instant;
  readonly who: string | null;
}

/**
 * One run of a clock, from whatever past: of this office's dossiers or of a log that was imported. A dossier whose
 * clock starts anew after a supplement is two.
 */
export interface Case {
  /** Runs of one dossier share it. */
  readonly of: string;
  readonly procedure: string;
  /** A wider kind than the procedure; empty: none. */
  readonly field: string;
  /** Whose working hours measure it. */
  readonly hours: string;
  readonly receivedAt: Instant;
  /** As it was promised when the run began; null: no limit. */
  readonly dueAt: Instant | null;
  /** Later decisions of calendar or office hours that moved it, in their order. */
  readonly dueMoved: readonly { readonly at: Instant; readonly dueAt: Instant }[];
  /** When there was a result; null: none yet, or the run was broken off. */
  readonly endedAt: Instant | null;
  /** A supplement was asked, or the application withdrawn: how long it would have taken is not known. */
  readonly brokenOffAt: Instant | null;
  readonly passages: readonly Passage[];
  /** In whose hands it was from when on, in their order; null: in nobody's. */
  readonly holders: readonly Held[];
  /** The clock stood still. */
  readonly pauses: readonly Pause[];
  /** An apology with a later date: the office itself expects to be late. */
  readonly reappointedAt: Instant | null;
}

/** A case as it was known at a moment: nothing that came later. Null: it had not begun. */
export function asKnownAt(one: Case, cut: Instant): Case | null {
  if (one.receivedAt > cut) return null;
  const then = (at: Instant | null) => (at !== null && at <= cut ? at : null);
  return {
    ...one,
    endedAt: then(one.endedAt),
    brokenOffAt: then(one.brokenOffAt),
    reappointedAt: then(one.reappointedAt),
    passages: one.passages
      .filter(({ from }) => from <= cut)
      .map((passage) => ({ ...passage, to: then(passage.to) })),
    pauses: one.pauses.filter(({ from }) => from <= cut).map(({ from, to }) => ({ from, to: then(to) })),
    dueMoved: one.dueMoved.filter(({ at }) => at <= cut),
    holders: one.holders.filter(({ from }) => from <= cut),
  };
}

/** A stay in running minutes of its course. */
export interface Leg {
  readonly step: string;
  readonly office: string;
  readonly enter: number;
  /** Infinity: still there. */
  readonly leave: number;
}

interface Stop {
  readonly from: number;
  readonly to: number;
}

/** A limit as it was from a place of the axis on. */
interface Promised {
  readonly from: number;
  readonly limit: number;
  readonly due: CivilDate;
}

/** A case on the line of working minutes: all that the model sees of it. */
export interface Course {
  readonly of: string;
  readonly procedure: string;
  readonly field: string;
  readonly axis: Axis;
  /** On the axis; figures that are not said to be are running minutes since then. */
  readonly start: number;
  /** As it was known last. */
  readonly limit: number;
  /** In their order. */
  readonly promised: readonly [Promised, ...Promised[]];
  /** Of the result; null: not known. */
  readonly end: number | null;
  /** Of the break; null: none. */
  readonly broken: number | null;
  /** Until when it was seen: its end, its break, or the moment at which it was known. */
  readonly seen: number;
  /** Of the moment at which it was known, as if it had neither ended nor broken. */
  readonly lived: number;
  readonly reappointed: number | null;
  readonly legs: readonly Leg[];
  /** On the axis, apart and in order. */
  readonly stops: readonly Stop[];
  /** On the axis, in order. */
  readonly holders: readonly { readonly from: number; readonly who: string | null }[];
}

/** What was promised at a place of the axis: later moves of the date were not known there. */
export function promisedAt({ promised }: Pick<Course, 'promised'>, place: number): Promised {
  return promised.findLast(({ from }) => from <= place) ?? promised[0];
}

/** In whose hands it was at a place of the axis; null: nobody's, or not known. */
export function holderAt({ holders }: Pick<Course, 'holders'>, place: number): string | null {
  return holders.findLast(({ from }) => from <= place)?.who ?? null;
}

/** Running minutes of a course at a place of the axis: waits outside the office left out; 0 before it began. */
export function runningAt({ start, stops }: Pick<Course, 'start' | 'stops'>, place: number): number {
  let running = place - start;
  for (const { from, to } of stops) running -= Math.max(0, Math.min(place, to) - Math.max(start, from));
  return Math.max(0, running);
}

export function isStoppedAt({ stops }: Pick<Course, 'stops'>, place: number): boolean {
  return stops.some(({ from, to }) => from <= place && place < to);
}

/** A case known at `cut` in working minutes; null without a limit, or with one that is over when it begins. */
export function courseOf(axis: Axis, one: Case, cut: Instant): Course | null {
  if (one.dueAt === null) return null;
  const start = axis(one.receivedAt);
  const stops = one.pauses.map(({ from, to }) => ({
    from: axis(from),
    to: to === null ? Number.POSITIVE_INFINITY : axis(to),
  }));
  const promise = (at: Instant, dueAt: Instant): Promised => ({
    ...{ from: axis(at), limit: axis(dueAt) - start, due: dateOf(dueAt) },
  });
  const moved = one.dueMoved.map(({ at, dueAt }) => promise(at, dueAt));
  const promised = [promise(one.receivedAt, one.dueAt), ...moved] as const;
  const limit = promised.at(-1)?.limit ?? 0;
  if (promised.some((each) => each.limit <= 0)) return null;
  const placed = (at: Instant) => runningAt({ start, stops }, axis(at));
  const known = (at: Instant | null) => (at === null ? null : placed(at));
  const [end, broken] = [known(one.endedAt), known(one.brokenOffAt)];
  return {
    ...{ of: one.of, procedure: one.procedure, field: one.field, axis, start, limit, stops, end, broken },
    promised,
    holders: one.holders.map(({ from, who }) => ({ from: axis(from), who })),
    seen: end ?? broken ?? placed(cut),
    lived: placed(cut),
    reappointed: known(one.reappointedAt),
    legs: one.passages.map(({ step, office, from, to }) => ({
      ...{ step, office, enter: placed(from) },
      leave: to === null ? Number.POSITIVE_INFINITY : placed(to),
    })),
  };
}

/** Courses of what was known at the cut. */
export function coursesKnownAt(
  cases: readonly Case[],
  axisOf: (hours: string) => Axis,
  cut: Instant,
): Course[] {
  return cases.flatMap((one) => {
    const known = asKnownAt(one, cut);
    const course = known && courseOf(axisOf(one.hours), known, cut);
    return course ? [course] : [];
  });
}

/** Whether it was late, by what is known of it; null: not known yet. */
export function wasLate({ end, broken, seen, limit }: Course): boolean | null {
  if (end !== null) return end > limit;
  if (seen > limit) return true;
  return broken === null ? null : false;
}
