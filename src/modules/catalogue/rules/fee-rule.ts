/** A step of a fee: each unit up to and with `upTo` costs `amount` đồng; null: all further ones. */
export interface FeeStep {
  readonly upTo: number | null;
  readonly amount: number;
}

/**
 * A fee that changes with the quantity, e.g. TT 226/2016/TT-BTC for certified copies: page 1–2 2.000 đ, from the
 * third 1.000 đ, at most 200.000 đ a copy. Steps stand in rising order, the last one is open.
 */
export interface FeeSteps {
  readonly steps: readonly FeeStep[];
  /** What the steps are counted in anew for: `bản`. */
  readonly set: string;
  /** Most for one set, in đồng; null: no most. */
  readonly most: number | null;
}

/** How often: `quantity` units in each of `sets` sets. Whole numbers, not negative. */
export interface HowMany {
  readonly quantity: number;
  readonly sets: number;
}

/** Somebody pays less: `percent` of the whole fee is not asked for. */
export interface Reduction {
  readonly percent: number;
}

/** A line of a fee in đồng: the whole, what is not asked for, what is paid. `due = full - exempted`. */
export interface Reckoned {
  readonly full: number;
  readonly exempted: number;
  readonly due: number;
}

/** One price for each unit. */
export function flat(amount: number): FeeSteps {
  return { steps: [{ upTo: null, amount }], set: '', most: null };
}

/** The whole fee of so many, before anybody is exempted (đồng). */
export function fullFee(rule: FeeSteps, { quantity, sets }: HowMany): number {
  const one = rule.steps.reduce(
    ({ sum, counted }, { upTo, amount }) => {
      const until = Math.min(quantity, upTo ?? quantity);
      return { sum: sum + Math.max(0, until - counted) * amount, counted: Math.max(counted, until) };
    },
    { sum: 0, counted: 0 },
  ).sum;
  return sets * Math.min(one, rule.most ?? one);
}

/** The fee with its exemption. A part of a đồng is rounded for the one who pays. */
export function reckonFee(rule: FeeSteps, howMany: HowMany, reduction: Reduction | null): Reckoned {
  const full = fullFee(rule, howMany);
  const exempted = reduction ? Math.min(full, Math.ceil((full * reduction.percent) / 100)) : 0;
  return { full, exempted, due: full - exempted };
}

/** The sum of lines, each reckoned by itself. */
export function sumOfFees(lines: readonly Reckoned[]): Reckoned {
  return lines.reduce(
    (sum, line) => ({
      full: sum.full + line.full,
      exempted: sum.exempted + line.exempted,
      due: sum.due + line.due,
    }),
    { full: 0, exempted: 0, due: 0 },
  );
}
