/** Draws that are the same in every run with the same seed (Mulberry32). */
export interface Seeded {
  /** 0 or more, less than 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  pick<T>(all: readonly T[]): T;
  /** In another order; the given list stays. */
  shuffled<T>(all: readonly T[]): T[];
}

export function seeded(seed: number): Seeded {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(all: readonly T[]): T => {
    const found = all[between(0, all.length - 1)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  const shuffled = <T>(all: readonly T[]): T[] => {
    const drawn = all.map((one) => ({ one, at: next() }));
    return drawn.sort((a, b) => a.at - b.at).map(({ one }) => one);
  };
  return { next, between, pick, shuffled };
}
