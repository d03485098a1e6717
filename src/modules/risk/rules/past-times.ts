import type { Course, Leg } from './case.ts';
import {
  anyHazard,
  type Cumulated,
  cumulated,
  type Hazard,
  hazardOf,
  nothingSeen,
  type Seen,
  see,
} from './hazard.ts';

/** Where a dossier is: the narrowest place of which something is known says most. */
export interface Where {
  readonly field: string;
  readonly procedure: string;
  readonly step: string;
  readonly office: string;
}

/** As if so many of the wider place had been seen in the narrower one. */
const LEANS = 25;

/** From everything to this step of this procedure in this office, each within the one before. */
export function placesOf({ field, procedure, step, office }: Where): string[] {
  const narrower = [step, field, procedure, office];
  return ['', ...narrower.map((_, index) => JSON.stringify(narrower.slice(0, index + 1)))];
}

/** Time that was still needed from the entry into a step until the result, by place, as a share of the limit. */
export type SeenByPlace = Map<string, Seen>;

export function seePast(courses: readonly Course[]): SeenByPlace {
  const seen: SeenByPlace = new Map();
  for (const course of courses)
    for (const leg of course.legs) {
      const [share, isEnd] = neededFrom(course, leg);
      if (share === null) continue;
      for (const place of placesOf({ ...course, ...leg })) {
        const here = seen.get(place) ?? nothingSeen();
        seen.set(place, here);
        see(here, share, isEnd);
      }
    }
  return seen;
}

/** Null: it was not seen at all. */
function neededFrom({ end, seen, limit }: Course, { enter }: Leg): readonly [number | null, boolean] {
  if (end !== null && end >= enter) return [(end - enter) / limit, true];
  return seen > enter ? [(seen - enter) / limit, false] : [null, false];
}

/** What is known of the past, ready to be asked. */
export class PastTimes {
  readonly seen: ReadonlyMap<string, Seen>;
  readonly #hazards = new Map<string, Hazard>();
  readonly #sums = new Map<string, Cumulated>();

  constructor(seen: ReadonlyMap<string, Seen>) {
    this.seen = seen;
  }

  /** Of the narrowest place of which anything was seen. */
  timesAt(where: Where): Cumulated {
    const places = placesOf(where).filter((place) => this.seen.has(place));
    const narrowest = places.at(-1) ?? '';
    const known = this.#sums.get(narrowest);
    if (known) return known;
    const sums = cumulated(this.#hazardOf(places));
    this.#sums.set(narrowest, sums);
    return sums;
  }

  #hazardOf(places: readonly string[]): Hazard {
    const [narrowest] = places.slice(-1);
    if (narrowest === undefined) return anyHazard();
    const known = this.#hazards.get(narrowest);
    if (known) return known;
    const hazard = hazardOf(
      this.seen.get(narrowest) ?? nothingSeen(),
      this.#hazardOf(places.slice(0, -1)),
      LEANS,
    );
    this.#hazards.set(narrowest, hazard);
    return hazard;
  }
}
