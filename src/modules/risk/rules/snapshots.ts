import type { Instant } from '#kernel/instant.ts';
import { type Course, isStoppedAt, type Leg, runningAt, wasLate } from './case.ts';
import type { Axis } from './office-axis.ts';
import type { Question } from './question.ts';

/** A dossier as it lay there at a moment, and what became of it. */
export interface Snapshot {
  readonly of: string;
  readonly question: Question;
  readonly late: boolean;
}

/** How many lay in each office at each of these moments. */
export type Loads = ReadonlyMap<string, Float64Array>;

/** The step in which it was; undefined before the first. */
export function legAt({ legs }: Pick<Course, 'legs'>, running: number): Leg | undefined {
  return legs.findLast(({ enter }) => enter <= running);
}

type Visit = (course: Course, moment: number, running: number, leg: Leg) => void;

/** Every course at every moment at which it lay open in a step and its clock ran. */
function eachOpen(courses: readonly Course[], moments: readonly Instant[], visit: Visit): void {
  const placesOf = new Map<Axis, readonly number[]>();
  for (const course of courses) {
    const places = placesOf.get(course.axis) ?? moments.map(course.axis);
    placesOf.set(course.axis, places);
    const until = course.end ?? course.broken ?? course.seen;
    for (let n = firstFrom(places, course.start); n < places.length; n += 1) {
      const place = places[n] ?? 0;
      const running = runningAt(course, place);
      if (running >= until) break;
      const leg = legAt(course, running);
      if (leg && !isStoppedAt(course, place)) visit(course, n, running, leg);
    }
  }
}

function firstFrom(places: readonly number[], start: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `each`: one of so many dossiers is among the courses. */
export function loadsAt(courses: readonly Course[], moments: readonly Instant[], each: number): Loads {
  const loads = new Map<string, Float64Array>();
  eachOpen(courses, moments, (_, moment, __, { office }) => {
    const load = loads.get(office) ?? new Float64Array(moments.length);
    loads.set(office, load);
    load[moment] = (load[moment] ?? 0) + each;
  });
  return loads;
}

/** How many lie there on an average day. */
export function usualLoads(loads: Loads): Record<string, number> {
  const usual = [...loads].map(([office, load]) => [office, load.reduce((a, b) => a + b, 0) / load.length]);
  return Object.fromEntries(usual);
}

/**
 * What could have been asked at these moments, of everything that lay open then and was not late yet, and whose due
 * moment had passed when the courses were known: of others nobody knows yet what becomes of them, and to count only
 * those of them that ended would count the quick.
 */
export function snapshotsAt(
  courses: readonly Course[],
  moments: readonly Instant[],
  each: number,
): Snapshot[] {
  const loads = loadsAt(courses, moments, each);
  const found: Snapshot[] = [];
  const passed = courses.filter(({ lived, limit }) => lived > limit);
  eachOpen(passed, moments, (course, moment, used, leg) => {
    const { of, field, procedure, limit, reappointed } = course;
    if (used > limit) return;
    const { step, office, enter } = leg;
    const question: Question = {
      ...{ field, procedure, step, office, used, stay: used - enter, left: limit - used, limit },
      reappointed: reappointed !== null && reappointed <= used,
      load: loads.get(office)?.[moment] ?? 0,
    };
    found.push({ of, question, late: wasLate(course) === true });
  });
  return found;
}
