import { againstDesign, isAsDesigned } from './against-design.ts';
import type { TimedMove } from './flow-of-steps.ts';
import { type Variant, variantsOf } from './variants.ts';

/** The way of a dossier with its times. */
export interface TimedWay {
  readonly moves: readonly TimedMove[];
  /** From the receipt until the result was ready. */
  readonly minutes: number;
}

export interface SummedWays {
  readonly variants: readonly Variant[];
  readonly count: number;
  /** Ways without any deviation from the design. */
  readonly asDesigned: number;
  /** Ways in which something was done again, or came back. */
  readonly withRework: number;
}

/** `rework`: codes of what is done once more by its nature; a step of the design done twice is rework too. */
export function sumUpWays(
  design: readonly string[],
  ways: readonly TimedWay[],
  rework: readonly string[],
): SummedWays {
  const traces = ways.map(({ moves, minutes }) => ({ moves: moves.map(({ code }) => code), minutes }));
  const variants = variantsOf(traces);
  const countOf = (is: (moves: readonly string[]) => boolean) =>
    variants.reduce((sum, { moves, count }) => sum + (is(moves) ? count : 0), 0);
  return {
    variants,
    count: ways.length,
    asDesigned: countOf((moves) => isAsDesigned(againstDesign(design, moves))),
    withRework: countOf(
      (moves) => moves.some((one) => rework.includes(one)) || againstDesign(design, moves).again.length > 0,
    ),
  };
}

/** The value that is there most often, the first of those as often; undefined of none. */
export function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
