import { type Reckoned, sumOfFees } from '#modules/catalogue/index.ts';

/** How a fee is paid: at once, or when the result is fetched. */
export type PayWay = 'cash' | 'transfer' | 'at-return';
export type Method = 'cash' | 'transfer';

/** A line of what is asked for, as it is printed. Nothing in it says who pays. */
export interface ChargeLine extends Reckoned {
  /** `bản sao trích lục`. */
  readonly what: string;
  readonly quantity: number;
  readonly sets: number;
  /** đồng for one; of a fee in steps the first step's. */
  readonly unit: number;
  /** The resolution or the note of the catalogue. */
  readonly basis: string | null;
}

/** Who pays less. What was shown for it is typed, so it is personal. */
export interface ChargeExemption {
  readonly key: string;
  readonly name: string;
  readonly proof: string | null;
}

/** What a dossier costs, with the rule it follows from. */
export interface Charge {
  readonly lines: readonly ChargeLine[];
  readonly exemption: ChargeExemption | null;
  readonly way: PayWay;
}

export function sumOfCharge({ lines }: Pick<Charge, 'lines'>): Reckoned {
  return sumOfFees(lines);
}

/** Lines that cost nothing from the start are not asked for and not shown. */
export function linesThatCost(charge: Charge): readonly ChargeLine[] {
  return charge.lines.filter((line) => line.full > 0);
}
