import type { SharedStep } from './kept-clock.ts';

/** After a restart the steps still to come share the whole limit; those behind need no time. Sums to 1. */
export function sharesFrom(steps: readonly SharedStep[], from: number): readonly number[] {
  const shares = steps.map((step, index) => (index < from ? 0 : step.share));
  const sum = shares.reduce((total, share) => total + share, 0);
  if (sum === 0) return shares.map((_, index) => (index === steps.length - 1 ? 1 : 0));
  return shares.map((share) => share / sum);
}
