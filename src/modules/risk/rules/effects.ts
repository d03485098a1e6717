/** What was said of something and what came, with the group whose own effect is looked for. */
export interface Residual<G> {
  readonly group: G;
  /** What may have had one cause: a day on which nothing worked makes many late. */
  readonly together: string;
  readonly said: number;
  readonly came: boolean;
}

interface Estimate<G> {
  readonly group: G;
  /** Log-odds by which more came than was said. */
  readonly own: number;
  /** Of that figure. */
  readonly variance: number;
}

/** How many standard deviations of chance the groups have to differ beyond it. */
const BEYOND_CHANCE = 3;

/**
 * Of each group how much more (log-odds, above 0) or less came than was said, shrunk towards what is common to all:
 * to exactly nothing where groups differ no more than chance makes them (DerSimonian and Laird), and the more, the less
 * is known of a group. Each lies between the own figure and the common one, which is 0.
 */
export function effectsOf<G>(residuals: readonly Residual<G>[]): Map<G, number> {
  const estimates = estimatesOf(residuals);
  const weight = estimates.reduce((sum, { variance }) => sum + 1 / variance, 0);
  const common = estimates.reduce((sum, { own, variance }) => sum + own / variance, 0) / weight;
  const spread = estimates.reduce((sum, { own, variance }) => sum + (own - common) ** 2 / variance, 0);
  const free = estimates.length - 1;
  if (free < 1 || spread <= free + BEYOND_CHANCE * Math.sqrt(2 * free)) return new Map();
  const squares = estimates.reduce((sum, { variance }) => sum + 1 / variance ** 2, 0);
  const between = (spread - free) / (weight - squares / weight);
  return new Map(
    estimates.map(({ group, own, variance }) => [group, shrunk(own - common, { between, variance })]),
  );
}

/** A figure on its way to 0: what differs between groups against what is uncertain of one. */
export function shrunk(own: number, { between, variance }: { between: number; variance: number }): number {
  return own * (between / (between + variance));
}

/** Too little came or could come: nothing can be said of a group. */
const LEAST_INFORMATION = 1;
const FARTHEST = 2;

function estimatesOf<G>(residuals: readonly Residual<G>[]): Estimate<G>[] {
  const groups = Map.groupBy(residuals, ({ group }) => group);
  return [...groups].flatMap(([group, own]) => {
    const information = own.reduce((sum, { said }) => sum + said * (1 - said), 0);
    if (information < LEAST_INFORMATION) return [];
    const more = new Map<string, number>();
    for (const { together, said, came } of own)
      more.set(together, (more.get(together) ?? 0) + (came ? 1 : 0) - said);
    const sums = [...more.values()];
    const found = sums.reduce((sum, one) => sum + one, 0) / information;
    const seen = sums.reduce((sum, one) => sum + one ** 2, 0);
    const variance = Math.max(information, seen) / information ** 2;
    return [{ group, own: Math.max(-FARTHEST, Math.min(FARTHEST, found)), variance }];
  });
}
