/**
 * How long something takes, as shares of a limit: what ended in which band of time, and what was last seen in it. Fine
 * bands up to twice the limit, wider ones up to five times.
 */
const FINE = 100;
const WIDE = 30;
export const BANDS = FINE + WIDE + 1;
const FINE_WIDTH = 0.02;
const WIDE_WIDTH = 0.1;
const FINE_END = FINE * FINE_WIDTH;

/** Place of a share on the line of bands: its whole part is the band, the rest how far into it. */
export function bandPlace(share: number): number {
  if (!(share > 0)) return 0;
  const place = share < FINE_END ? share / FINE_WIDTH : FINE + (share - FINE_END) / WIDE_WIDTH;
  return Math.min(place, BANDS);
}

export function shareOfBand(place: number): number {
  return place <= FINE ? place * FINE_WIDTH : FINE_END + (place - FINE) * WIDE_WIDTH;
}

/** What was seen, by band. */
export interface Seen {
  readonly ended: Float64Array;
  /** Last seen in it, still going on. */
  readonly left: Float64Array;
}

export const nothingSeen = (): Seen => ({ ended: new Float64Array(BANDS), left: new Float64Array(BANDS) });

export function see({ ended, left }: Seen, share: number, isEnd: boolean): void {
  const band = Math.min(BANDS - 1, Math.floor(bandPlace(share)));
  const into = isEnd ? ended : left;
  into[band] = (into[band] ?? 0) + 1;
}

/** Chance to end in each band for what has come to it. */
export type Hazard = Float64Array;

/** Where nothing is known: ends at any moment alike, on average after half of the limit. */
export function anyHazard(): Hazard {
  return Float64Array.from(
    { length: BANDS },
    (_, band) => 1 - Math.exp(-(shareOfBand(band + 1) - shareOfBand(band)) / 0.5),
  );
}

/**
 * What was seen, leaning on what is true more generally as if `weight` more had been seen of it: with few examples
 * nearly the general, with many nearly the own.
 */
export function hazardOf({ ended, left }: Seen, general: Hazard, weight: number): Hazard {
  const hazard = new Float64Array(BANDS);
  let atRisk = 0;
  for (let band = BANDS - 1; band >= 0; band -= 1) {
    const [ends, leaves] = [ended[band] ?? 0, left[band] ?? 0];
    atRisk += ends + leaves;
    // who was last seen in a band was there for half of it
    hazard[band] = (ends + weight * (general[band] ?? 0)) / (atRisk - leaves / 2 + weight);
  }
  return hazard;
}

/** Sums of -ln(1 - hazard) up to each band: what lasts longer is a difference of two. */
export type Cumulated = Float64Array;

export function cumulated(hazard: Hazard): Cumulated {
  const sums = new Float64Array(BANDS + 1);
  for (let band = 0; band < BANDS; band += 1)
    sums[band + 1] = (sums[band] ?? 0) - Math.log(1 - Math.min(hazard[band] ?? 0, 1 - 1e-9));
  return sums;
}

function at(sums: Cumulated, share: number): number {
  const place = bandPlace(share);
  const band = Math.min(BANDS - 1, Math.floor(place));
  const [low, high] = [sums[band] ?? 0, sums[band + 1] ?? 0];
  return low + (high - low) * (place - band);
}

/** Probability that what has lasted `already` lasts longer than `until` (both shares of the limit). */
export function lastsLonger(sums: Cumulated, already: number, until: number): number {
  return until <= already ? 1 : Math.exp(at(sums, already) - at(sums, until));
}

/** The share by which half of what has lasted `already` has ended. */
export function halfEndsBy(sums: Cumulated, already: number): number {
  const wanted = at(sums, already) + Math.LN2;
  let [low, high] = [already, Math.max(already, shareOfBand(BANDS))];
  for (let turn = 0; turn < 30; turn += 1) {
    const middle = (low + high) / 2;
    if (at(sums, middle) < wanted) low = middle;
    else high = middle;
  }
  return high;
}
