/** The way of one dossier, and how long it took. */
export interface Trace {
  /** Codes of its moves, in their order. */
  readonly moves: readonly string[];
  /** Office minutes; of imported logs minutes as they pass. */
  readonly minutes: number;
}

/** All that went the same way. */
export interface Variant {
  readonly moves: readonly string[];
  readonly count: number;
  readonly median: number;
  /** Nine of ten took no longer. */
  readonly p90: number;
}

/** Groups by the way; the most frequent first. Their counts sum to the number of traces. */
export function variantsOf(traces: readonly Trace[]): Variant[] {
  const groups = Map.groupBy(traces, ({ moves }) => JSON.stringify(moves));
  return [...groups]
    .map(([key, same]) => {
      const sorted = same.map(({ minutes }) => minutes).sort((a, b) => a - b);
      const moves = JSON.parse(key) as string[];
      return { key, moves, count: same.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
    })
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map(({ key, ...variant }) => variant);
}

/** The smallest value that this part of all does not exceed (nearest rank); 0 of none. `sorted`: ascending. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}
