import { quantile } from './variants.ts';

/** A move with the time since the one before, or since the receipt. */
export interface TimedMove {
  readonly code: string;
  /** Office minutes; of imported logs minutes as they pass. */
  readonly minutes: number;
}

/** What happened at a step, or between the steps, in all ways together. */
export interface StepFlow {
  readonly code: string;
  /** Ways in which it was done at least once. */
  readonly passed: number;
  /** How often it was done beyond the first time. */
  readonly again: number;
  readonly median: number;
  readonly p90: number;
}

/** Of each code of `codes` a line, in their order; who never did it counts nowhere. */
export function flowOfSteps(codes: readonly string[], ways: readonly (readonly TimedMove[])[]): StepFlow[] {
  const minutes = new Map<string, number[]>(codes.map((code) => [code, []]));
  const passed = new Map<string, number>();
  for (const way of ways) {
    for (const move of way) minutes.get(move.code)?.push(move.minutes);
    for (const code of new Set(way.map((move) => move.code))) passed.set(code, (passed.get(code) ?? 0) + 1);
  }
  return [...minutes].map(([code, all]) => {
    const sorted = all.sort((a, b) => a - b);
    const through = passed.get(code) ?? 0;
    return {
      ...{ code, passed: through, again: all.length - through },
      ...{ median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) },
    };
  });
}

/** From one step of the design to the next that was done, whatever came between. */
export interface Passage {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Their counts sum to the steps done, less one for each way that did any. */
export function passagesOf(design: readonly string[], ways: readonly (readonly TimedMove[])[]): Passage[] {
  const counts = new Map<string, Passage>();
  for (const way of ways) {
    let from: string | null = null;
    for (const { code: to } of way) {
      if (!design.includes(to)) continue;
      if (from !== null) {
        const key = JSON.stringify([from, to]);
        counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 });
      }
      from = to;
    }
  }
  const place = (code: string) => design.indexOf(code);
  return [...counts.values()].sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
}
