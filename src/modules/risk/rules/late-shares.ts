import { type Course, wasLate } from './case.ts';

/**
 * Of those that stood in a step with so much of their limit spent, how many were late in the end: it says what the time
 * still needed does not, for who is still there at a time at which others have long gone on is of another kind.
 */
export interface Stood {
  /** By band of the spent share. */
  readonly all: Float64Array;
  readonly late: Float64Array;
}

/** The whole limit, a band each twenty-fifth of it. */
const BANDS = 25;
const middleOf = (band: number) => (band + 0.5) / BANDS;
/** Entered the step with so much of the limit spent: early, late, very late. */
const ENTERED = [0.15, 0.3, 0.45, 0.6, 0.75, 0.9] as const;
/** As if so many of the wider place had stood in the narrower one. */
const LEANS = 12;

export const nobodyStood = (): Stood => ({ all: new Float64Array(BANDS), late: new Float64Array(BANDS) });

/** Where it stands; shares are of the limit. */
export interface Standing {
  readonly field: string;
  readonly procedure: string;
  readonly step: string;
  readonly entered: number;
}

/** From everything to this procedure, each within the one before. */
function placesOf({ field, procedure, step, entered }: Standing): string[] {
  const narrower = [step, ENTERED.filter((bound) => entered >= bound).length, field, procedure];
  return ['', ...narrower.map((_, index) => JSON.stringify(narrower.slice(0, index + 1)))];
}

export type StoodByPlace = Map<string, Stood>;

/** Only those of which it is known whether they were late, and whose due moment has passed. */
export function seeStood(courses: readonly Course[]): StoodByPlace {
  const stood: StoodByPlace = new Map();
  for (const course of courses) {
    const late = wasLate(course);
    if (late === null || course.lived <= course.limit) continue;
    const { limit, field, procedure, legs } = course;
    const until = course.end ?? course.broken ?? course.seen;
    for (const { step, enter, leave } of legs) {
      const [first, last] = [enter / limit, Math.min(leave, until) / limit];
      for (const place of placesOf({ field, procedure, step, entered: first })) {
        const here = stood.get(place) ?? nobodyStood();
        stood.set(place, here);
        count(here, first, last, late);
      }
    }
  }
  return stood;
}

/** Once in each band in whose middle it stood there. */
function count({ all, late }: Stood, first: number, last: number, isLate: boolean): void {
  for (
    let band = Math.max(0, Math.ceil(first * BANDS - 0.5));
    band < BANDS && middleOf(band) < last;
    band += 1
  ) {
    all[band] = (all[band] ?? 0) + 1;
    if (isLate) late[band] = (late[band] ?? 0) + 1;
  }
}

/** Shares that never fall from band to band. */
type Rising = Float64Array;

/** What is known, ready to be asked. */
export class LateShares {
  readonly stood: ReadonlyMap<string, Stood>;
  readonly #shares = new Map<string, Rising>();

  constructor(stood: ReadonlyMap<string, Stood>) {
    this.stood = stood;
  }

  /** Share of late ones among those that stood so, with `spent` of the limit gone; it never falls as that grows. */
  at(standing: Standing, spent: number): number {
    const places = placesOf(standing).filter((place) => this.stood.has(place));
    const shares = this.#sharesOf(places);
    const place = Math.min(BANDS - 1, Math.max(0, spent * BANDS - 0.5));
    const band = Math.min(BANDS - 2, Math.floor(place));
    const [low, high] = [shares[band] ?? 0, shares[band + 1] ?? 0];
    return low + (high - low) * (place - band);
  }

  #sharesOf(places: readonly string[]): Rising {
    const narrowest = places.at(-1) ?? '';
    const known = this.#shares.get(narrowest);
    if (known) return known;
    const wider = places.length > 1 ? this.#sharesOf(places.slice(0, -1)) : nothingKnown();
    const shares = risingShares(this.stood.get(narrowest) ?? nobodyStood(), wider);
    this.#shares.set(narrowest, shares);
    return shares;
  }
}

/** One of twenty is late, whenever: the first figures replace it. */
const nothingKnown = (): Rising => new Float64Array(BANDS).fill(0.05);

/** What was seen, leaning on the wider place; neighbours that would fall are put together. */
function risingShares({ all, late }: Stood, wider: Rising): Rising {
  const blocks: { came: number; weight: number; bands: number }[] = [];
  for (let band = 0; band < BANDS; band += 1) {
    const came = (late[band] ?? 0) + LEANS * (wider[band] ?? 0);
    blocks.push({ came, weight: (all[band] ?? 0) + LEANS, bands: 1 });
    for (;;) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)];
      if (!before || !last || before.came / before.weight <= last.came / last.weight) break;
      const { came: more, weight, bands } = last;
      blocks.splice(-2, 2, {
        came: before.came + more,
        weight: before.weight + weight,
        bands: before.bands + bands,
      });
    }
  }
  return Float64Array.from(
    blocks.flatMap(({ came, weight, bands }) => new Array<number>(bands).fill(came / weight)),
  );
}
