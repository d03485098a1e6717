import { addDays, type CivilDate, dateOf, daysBetween } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Case, type Course, coursesKnownAt } from './case.ts';
import { calibrated, type Fold, type Model, type Uncalibrated, uncalibrated } from './model.ts';
import { momentsBetween } from './moments.ts';
import type { Axis } from './office-axis.ts';
import { loadsAt, snapshotsAt, usualLoads } from './snapshots.ts';

/** Cases, and the time in which they were worked on. */
export interface Past {
  readonly cases: readonly Case[];
  readonly axisOf: (hours: string) => Axis;
  /** One of so many dossiers was read. */
  readonly each: number;
  /** Whether people work on a day. */
  readonly counts: (day: CivilDate) => boolean;
}

/** Of the time before the cut so much is kept apart to calibrate, in parts of a month. */
const APART = 0.65;
const PART_DAYS = 30;
const MOST_PARTS = 5;

export const midnight = (day: CivilDate): Instant => instant(`${day}T00:00`);

/**
 * The model as it could be made at the midnight before `cut` (legal time, Viet Nam): from what was known then and
 * nothing else. Weights and curve come from the last months before it, each judged by what was known before that month.
 */
export function fitModel(past: Past, cut: CivilDate): Model {
  const first = firstDay(past.cases, cut);
  const known = coursesKnownAt(past.cases, past.axisOf, midnight(cut));
  const folds = partsBefore(first, cut).map(([from, until]) => foldOf(past, known, { first, from, until }));
  return { ...pastUntil(past, known, first, cut), ...calibrated(folds) };
}

function firstDay(cases: readonly Case[], cut: CivilDate): CivilDate {
  return cases.reduce((day, { receivedAt }) => (receivedAt < midnight(day) ? dateOf(receivedAt) : day), cut);
}

function partsBefore(first: CivilDate, cut: CivilDate): (readonly [from: CivilDate, until: CivilDate])[] {
  const apart = Math.floor(daysBetween(first, cut) * APART);
  const parts = Math.min(MOST_PARTS, Math.max(1, Math.floor(apart / PART_DAYS)));
  const days = Math.min(PART_DAYS, apart);
  if (days < 1) return [];
  return Array.from({ length: parts }, (_, n) => {
    const from = addDays(cut, -days * (parts - n));
    return [from, addDays(from, days)] as const;
  });
}

interface Part {
  readonly first: CivilDate;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

function foldOf(past: Past, known: readonly Course[], { first, from, until }: Part): Fold {
  const before = coursesKnownAt(past.cases, past.axisOf, midnight(from));
  const snapshots = snapshotsAt(known, momentsBetween(from, until, past.counts), past.each);
  return { model: pastUntil(past, before, first, from), snapshots };
}

function pastUntil(past: Past, courses: readonly Course[], first: CivilDate, until: CivilDate): Uncalibrated {
  const usual = usualLoads(loadsAt(courses, momentsBetween(first, until, past.counts), past.each));
  return uncalibrated(courses, usual, past.each);
}
