/** One judged thing: what was said of it, and what came. */
export interface Judged {
  readonly score: number;
  readonly came: boolean;
}

/** A curve that never falls: a score between two points lies on the line between them. */
export interface RisingCurve {
  readonly at: readonly number[];
  readonly value: readonly number[];
}

interface Block {
  readonly sum: number;
  readonly n: number;
  readonly came: number;
}

interface Leaning {
  /** What a score means before anything is seen. */
  readonly expected: (score: number) => number;
  /** As if so many had been seen at each level. */
  readonly weight: number;
}

/**
 * The best curve that never falls from scores to what came (pool adjacent violators). Each level has at least `least`
 * examples and leans on what was expected, so that a few accidents make no certainty; every value is a probability.
 * Null with fewer than two levels.
 */
export function risingCurve(judged: readonly Judged[], least: number, lean: Leaning): RisingCurve | null {
  const sorted = [...judged].sort((a, b) => a.score - b.score);
  const rate = ({ came, n, sum }: Block) => (came + lean.weight * lean.expected(sum / n)) / (n + lean.weight);
  const blocks: Block[] = [];
  for (const block of chunks(sorted, least)) {
    blocks.push(block);
    for (;;) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)];
      if (!before || !last || rate(before) < rate(last)) break;
      blocks.splice(-2, 2, joined(before, last));
    }
  }
  if (blocks.length < 2) return null;
  return { at: blocks.map(({ sum, n }) => sum / n), value: blocks.map(rate) };
}

/** At least so many in each; those of one score are never parted. */
function chunks(sorted: readonly Judged[], least: number): Block[] {
  const found: Block[] = [];
  let open: Block = { sum: 0, n: 0, came: 0 };
  for (const [index, { score, came }] of sorted.entries()) {
    open = { sum: open.sum + score, n: open.n + 1, came: open.came + (came ? 1 : 0) };
    const isLast = index === sorted.length - 1;
    if (isLast || (open.n >= least && sorted[index + 1]?.score !== score)) {
      const before = found.at(-1);
      if (isLast && open.n < least && before) found[found.length - 1] = joined(before, open);
      else found.push(open);
      open = { sum: 0, n: 0, came: 0 };
    }
  }
  return found;
}

const joined = (a: Block, b: Block): Block => ({ sum: a.sum + b.sum, n: a.n + b.n, came: a.came + b.came });

export function onCurve({ at, value }: RisingCurve, score: number): number {
  const last = at.length - 1;
  if (score <= (at[0] ?? 0)) return value[0] ?? 0;
  if (score >= (at[last] ?? 0)) return value[last] ?? 0;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) <= score) low = middle;
    else high = middle;
  }
  const [x0, x1] = [at[low] ?? 0, at[high] ?? 0];
  const [y0, y1] = [value[low] ?? 0, value[high] ?? 0];
  return Math.min(y1, y0 + ((y1 - y0) * (score - x0)) / (x1 - x0)); // rounding must not lift it above the next point
}
