/** A probability that was said, and what came. */
export interface Said {
  readonly said: number;
  readonly came: boolean;
  /** What belongs together: days of one dossier. */
  readonly of: string;
}

/** Mean squared distance of what was said from what came: 0 is perfect, always saying the rate gives rate × (1 − rate). */
export function brierScore(all: readonly Said[]): number {
  return all.length === 0 ? 0 : all.reduce((sum, one) => sum + squared(one), 0) / all.length;
}

const squared = ({ said, came }: Said) => (said - (came ? 1 : 0)) ** 2;

export interface CalibrationRow {
  /** What was said: from, included, to, left out (the last includes 1). */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly dossiers: number;
  /** Mean of what was said. */
  readonly said: number;
  /** Share of what came, and the bounds in which 95 of 100 draws of the same dossiers lie. */
  readonly came: number;
  readonly low: number;
  readonly high: number;
}

const BOUNDS = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1];

/** Of what was said so: how much of it came. Rows without anything are left out. */
export function calibrationTable(all: readonly Said[]): CalibrationRow[] {
  return BOUNDS.slice(0, -1).flatMap((from, index) => {
    const to = BOUNDS[index + 1] ?? 1;
    const rows = all.filter(({ said }) => said >= from && (said < to || to === 1));
    if (rows.length === 0) return [];
    const said = rows.reduce((sum, one) => sum + one.said, 0) / rows.length;
    const came = rows.filter((one) => one.came).length / rows.length;
    const sums = sumsByDossier(rows, (one) => (one.came ? 1 : 0));
    const { low, high } = boundsOf(sums);
    return [{ from, to, count: rows.length, dossiers: sums.length, said, came, low, high }];
  });
}

/** How far what was said lies from what came, over all rows of the table, weighed by their number. */
export function calibrationError(rows: readonly CalibrationRow[]): number {
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  return all === 0 ? 0 : rows.reduce((sum, row) => sum + row.count * Math.abs(row.said - row.came), 0) / all;
}

/**
 * By how much the first is better than the second (difference of the Brier scores), with the bounds in which 95 of 100
 * draws of the same dossiers lie: dossiers are drawn, not days, for days of one dossier are alike. The same seed draws
 * the same.
 */
export function gainOver(first: readonly Said[], second: readonly Said[]) {
  const gains = sumsByDossier(first, (one, index) => {
    const other = second[index];
    if (!other) throw new RangeError('both must say something of the same');
    return squared(other) - squared(one);
  });
  return { gain: brierScore(second) - brierScore(first), ...boundsOf(gains) };
}

interface Sum {
  readonly sum: number;
  readonly n: number;
}

function sumsByDossier(all: readonly Said[], figure: (one: Said, index: number) => number): Sum[] {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const [index, one] of all.entries()) {
    const so = sums.get(one.of) ?? { sum: 0, n: 0 };
    sums.set(one.of, so);
    so.sum += figure(one, index);
    so.n += 1;
  }
  return [...sums.values()];
}

const DRAWS = 400;

/** Of the mean, 95 of 100. */
function boundsOf(sums: readonly Sum[]): { readonly low: number; readonly high: number } {
  const next = seeded(20_220_601);
  const means = Array.from({ length: DRAWS }, () => {
    let [all, times] = [0, 0];
    for (let turn = 0; turn < sums.length; turn += 1) {
      const drawn = sums[Math.floor(next() * sums.length)];
      all += drawn?.sum ?? 0;
      times += drawn?.n ?? 0;
    }
    return times === 0 ? 0 : all / times;
  }).sort((a, b) => a - b);
  const at = (share: number) => means[Math.min(DRAWS - 1, Math.floor(share * DRAWS))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
