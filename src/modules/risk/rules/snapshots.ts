import type { Instant } from '#kernel/instant.ts';
import { type Course, holderAt, isStoppedAt, type Leg, promisedAt, runningAt, wasLate } from './case.ts';
import type { Axis } from './office-axis.ts';
import type { Question } from './question.ts';

/** A dossier as it lay there at a moment, and what became of it. */
export interface Snapshot {
  readonly of: string;
  readonly question: Question;
  /** Which of the moments it was. */
  readonly moment: number;
  readonly late: boolean;
}

type ByMoment = ReadonlyMap<string, Float64Array>;

/** How many lay with each office, and with each holder, at each of these moments. */
export interface Loads {
  readonly offices: ByMoment;
  readonly holders: ByMoment;
}

/** How many that is on an average day. */
export interface UsualLoads {
  readonly offices: Readonly<Record<string, number>>;
  readonly holders: Readonly<Record<string, number>>;
}

/** The step in which it was; undefined before the first. */
export function legAt({ legs }: Pick<Course, 'legs'>, running: number): Leg | undefined {
  return legs.findLast(({ enter }) => enter <= running);
}

interface Seat {
  readonly leg: Leg;
  readonly moment: number;
  /** On the axis. */
  readonly place: number;
  readonly running: number;
}

/** Every course at every moment at which it lay open in a step and its clock ran. */
function eachOpen(
  courses: readonly Course[],
  moments: readonly Instant[],
  visit: (course: Course, seat: Seat) => void,
): void {
  const placesOf = new Map<Axis, readonly number[]>();
  for (const course of courses) {
    const places = placesOf.get(course.axis) ?? moments.map(course.axis);
    placesOf.set(course.axis, places);
    const until = course.end ?? course.broken ?? course.seen;
    for (let moment = firstFrom(places, course.start); moment < places.length; moment += 1) {
      const place = places[moment] ?? 0;
      const running = runningAt(course, place);
      if (running >= until) break;
      const leg = legAt(course, running);
      if (leg && !isStoppedAt(course, place)) visit(course, { leg, moment, place, running });
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
  const [offices, holders] = [new Map<string, Float64Array>(), new Map<string, Float64Array>()];
  const add = (to: Map<string, Float64Array>, of: string, moment: number) => {
    const load = to.get(of) ?? new Float64Array(moments.length);
    to.set(of, load);
    load[moment] = (load[moment] ?? 0) + each;
  };
  eachOpen(courses, moments, (course, { leg, moment, place }) => {
    add(offices, leg.office, moment);
    const who = holderAt(course, place);
    if (who !== null) add(holders, who, moment);
  });
  return { offices, holders };
}

/** Who has held something at fewer moments has no usual load yet. */
const LEAST_MOMENTS = 20;

/** Of an office on all days; of a holder on days with anything in hand: who was away held nothing. */
export function usualLoads({ offices, holders }: Loads): UsualLoads {
  const sum = (load: Float64Array) => load.reduce((a, b) => a + b, 0);
  const ofHolders = [...holders].flatMap(([who, load]) => {
    const held = load.filter((n) => n > 0).length;
    return held < LEAST_MOMENTS ? [] : [[who, sum(load) / held] as const];
  });
  return {
    offices: Object.fromEntries([...offices].map(([office, load]) => [office, sum(load) / load.length])),
    holders: Object.fromEntries(ofHolders),
  };
}

/**
 * What could have been asked at these moments, of everything that lay open then and was not late yet, and whose due
 * moment had passed when the courses were known: of others nobody knows yet what becomes of them, and to count only
 * those of them that ended would count the quick. The question holds what was known at its moment.
 */
export function snapshotsAt(
  courses: readonly Course[],
  moments: readonly Instant[],
  each: number,
): Snapshot[] {
  const loads = loadsAt(courses, moments, each);
  const found: Snapshot[] = [];
  const passed = courses.filter(({ lived, limit }) => lived > limit);
  eachOpen(passed, moments, (course, { leg, moment, place, running: used }) => {
    const { of, field, procedure, reappointed } = course;
    const { limit, due } = promisedAt(course, place);
    if (used > limit) return;
    const { step, office, enter } = leg;
    const holder = holderAt(course, place);
    const question: Question = {
      ...{ field, procedure, step, office, used, stay: used - enter, left: limit - used, limit, due, holder },
      reappointed: reappointed !== null && reappointed <= used,
      load: loads.offices.get(office)?.[moment] ?? 0,
      holderLoad: holder === null ? 0 : (loads.holders.get(holder)?.[moment] ?? 0),
    };
    found.push({ of, question, moment, late: wasLate(course) === true });
  });
  return found;
}
