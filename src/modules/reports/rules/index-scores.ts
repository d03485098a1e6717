/**
 * The nine indices of Thông tư 01/2018/TT-VPCP Điều 13: 1 total time, 2 time of each office, 3 contacts, 4 agencies to
 * be contacted, 5 organisation at the one-stop, 6 publicity, 7 attitude, 8 answers to feedback, 9 online services.
 */
export const indices = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type Index = (typeof indices)[number];

/** Scored for each dossier, from its history. */
export const historyIndices = [1, 2, 3, 4] as const satisfies readonly Index[];
/** Typed for each quarter until surveys and feedback supply them. */
export const typedIndices = [7, 8] as const satisfies readonly Index[];
export type TypedIndex = (typeof typedIndices)[number];
/** What an officer is scored by (Điều 15). */
export const officerIndices = [1, 2, 3, 4, 7] as const satisfies readonly Index[];

/** The most that an index gives, in tenths of a point. */
const MOST = 20;

/** Points given and how many were scored. */
export interface Scored {
  readonly points: number;
  readonly of: number;
}

/** Score of an index in tenths of a point: points ÷ dossiers to one decimal, halves up; null while there is nothing. */
export function scoreOf({ points, of }: Scored): number | null {
  return of === 0 ? null : Math.round((points * 10) / of);
}

/** Points of a share in whole numbers, without fractions on the way: 2 from `two` per cent on, 1 from `one`, else 0. */
export function pointsOfShare(part: number, whole: number, two: number, one: number): 0 | 1 | 2 {
  if (whole === 0) return 0;
  if (part * 100 >= two * whole) return 2;
  return part * 100 >= one * whole ? 1 : 0;
}

export type OfficerBand = 'full' | 'most' | 'little';
export type AgencyBand = 'excellent' | 'good' | 'fair' | 'average' | 'weak';

const officerBands: readonly (readonly [from: number, band: OfficerBand])[] = [
  [50, 'full'],
  [35, 'most'],
  [0, 'little'],
];
const agencyBands: readonly (readonly [from: number, band: AgencyBand])[] = [
  [150, 'excellent'],
  [120, 'good'],
  [90, 'fair'],
  [60, 'average'],
  [0, 'weak'],
];

/** The sum of the scores that are known, in tenths, and what it can become when the others are there. */
export interface Total {
  readonly known: number;
  readonly atMost: number;
  readonly missing: readonly Index[];
}

export function totalOf(scores: ReadonlyMap<Index, number | null>, which: readonly Index[]): Total {
  const missing = which.filter((index) => (scores.get(index) ?? null) === null);
  const known = which.reduce((sum, index) => sum + (scores.get(index) ?? 0), 0);
  return { known, atMost: known + missing.length * MOST, missing };
}

/**
 * Of an officer (most: 10 points): from 5 on *full* (100 % of the duty), from 3,5 on *most* (70 to under 100 %), else
 * *little*. Null while what is missing could still change it.
 */
export function officerBand(total: Total): OfficerBand | null {
  return certain(total, officerBands);
}

/** Of an agency (most: 18 points). Null while what is missing could still change it. */
export function agencyBand(total: Total): AgencyBand | null {
  return certain(total, agencyBands);
}

function certain<B>(
  { known, atMost }: Total,
  bands: readonly (readonly [from: number, band: B])[],
): B | null {
  const of = (tenths: number) => bands.find(([from]) => tenths >= from)?.[1] ?? null;
  return of(known) === of(atMost) ? of(known) : null;
}
