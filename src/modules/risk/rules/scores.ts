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
  /** Mean of what was said. */
  readonly said: number;
  /** Share of what came. */
  readonly came: number;
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
    return [{ from, to, count: rows.length, said, came }];
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
export function gainOver(first: readonly Said[], second: readonly Said[], draws = 400) {
  const byDossier = new Map<string, { gain: number; n: number }>();
  for (const [index, one] of first.entries()) {
    const other = second[index];
    if (!other) throw new RangeError('both must say something of the same');
    const so = byDossier.get(one.of) ?? { gain: 0, n: 0 };
    byDossier.set(one.of, { gain: so.gain + squared(other) - squared(one), n: so.n + 1 });
  }
  const dossiers = [...byDossier.values()];
  const next = seeded(20_220_601);
  const gains = Array.from({ length: draws }, () => {
    let [gain, n] = [0, 0];
    for (let turn = 0; turn < dossiers.length; turn += 1) {
      const drawn = dossiers[Math.floor(next() * dossiers.length)];
      gain += drawn?.gain ?? 0;
      n += drawn?.n ?? 0;
    }
    return n === 0 ? 0 : gain / n;
  }).sort((a, b) => a - b);
  const at = (share: number) => gains[Math.min(draws - 1, Math.floor(share * draws))] ?? 0;
  return { gain: brierScore(second) - brierScore(first), low: at(0.025), high: at(0.975) };
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
