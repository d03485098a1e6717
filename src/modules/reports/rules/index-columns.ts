import {
  type AgencyBand,
  agencyBand,
  type Index,
  indices,
  type OfficerBand,
  officerBand,
  officerIndices,
  totalOf,
} from './index-scores.ts';

export const indexColumns = [...indices.map(String), 'total', 'band', 'dossiers'] as const;

/** Bands as numbers, as a table has them: those of agencies, then those of officers. */
export const bandCodes: Readonly<Record<AgencyBand | OfficerBand, number>> = {
  ...{ excellent: 5, good: 4, fair: 3, average: 2, weak: 1 },
  ...{ full: 13, most: 12, little: 11 },
};

export type IndexedLevel = 'agency' | 'office' | 'officer';

/** By what each is scored; of an office the law names no total. */
export const indicesOf: Readonly<Record<IndexedLevel, readonly Index[]>> = {
  agency: indices,
  office: [1, 2, 3, 4],
  officer: officerIndices,
};

/**
 * The line of one that is scored: scores and total in tenths of a point, the band where it is certain, how many dossiers
 * had a part in it. Null: nothing to say, or not asked of it.
 */
export function indexLine(
  level: IndexedLevel,
  scores: ReadonlyMap<Index, number | null>,
  dossiers: number,
): (number | null)[] {
  const which = indicesOf[level];
  const total = totalOf(scores, which);
  const band = level === 'agency' ? agencyBand(total) : level === 'officer' ? officerBand(total) : null;
  return [
    ...indices.map((index) => (which.includes(index) ? (scores.get(index) ?? null) : null)),
    total.missing.length === which.length ? null : total.known,
    band && bandCodes[band],
    dossiers,
  ];
}
