/** What falls due in an office soon, and how much of it will be late. Numbers of dossiers. */
export interface ExpectedLate {
  readonly officeId: string;
  readonly due: number;
  /** Sum of the probabilities of what was judged: so many will be late on average. */
  readonly expected: number;
  /** Of high and of medium risk. */
  readonly high: number;
  readonly medium: number;
  /** Of which nothing is said yet. */
  readonly unjudged: number;
}

export type ExpectedSum = Omit<ExpectedLate, 'officeId'>;

export function sumOfExpected(some: readonly ExpectedLate[]): ExpectedSum {
  const of = (number: (one: ExpectedLate) => number) => some.reduce((sum, one) => sum + number(one), 0);
  return {
    ...{ due: of((one) => one.due), expected: of((one) => one.expected) },
    ...{ high: of((one) => one.high), medium: of((one) => one.medium), unjudged: of((one) => one.unjudged) },
  };
}

/** Most that will be late first. */
export function mostExpected(some: readonly ExpectedLate[]): ExpectedLate[] {
  return [...some].sort((a, b) => b.expected - a.expected || b.due - a.due);
}

/** Less than half a tenth of a dossier is none. */
export const isWorthSaying = (expected: number): boolean => expected >= 0.05;

/** `12`, `2,4`, `0,1`, below that `0`: no more places than such a figure is worth. */
export function expectedInWords(expected: number): string {
  if (expected >= 9.95) return String(Math.round(expected));
  return isWorthSaying(expected) ? expected.toFixed(1).replace('.', ',') : '0';
}
