/** Weights of signs, the first belongs to no sign. */
export type Weights = readonly number[];

export interface Example {
  readonly signs: readonly number[];
  readonly came: boolean;
}

export const logistic = (x: number) => 1 / (1 + Math.exp(-x));
export const logit = (p: number) => Math.log(p / (1 - p));

export function weighed(weights: Weights, signs: readonly number[]): number {
  return signs.reduce((sum, sign, index) => sum + sign * (weights[index + 1] ?? 0), weights[0] ?? 0);
}

const TURNS = 25;
const LONGEST_STEP = 2;

/** What is known before the examples. */
export interface Before {
  readonly expected: Weights;
  /** As if so many examples spoke for what is expected. */
  readonly lean: number;
  /** Places of weights that have to prove themselves: without more than chance speaking for one it is 0. */
  readonly doubtful: readonly number[];
  /** So many examples are no more than one. */
  readonly alike: number;
}

/** Of the likelihood ratio: one of twenty by chance. */
const BEYOND_CHANCE = 3.84;

/**
 * Weights by which signs say best what came (logistic regression, Newton's method). They lean on what was expected, so a
 * few examples change little; a sign never speaks against what it stands for: no weight of a sign is below 0. The same
 * examples give the same weights.
 */
export function fitWeights(
  examples: readonly Example[],
  { expected, lean, doubtful, alike }: Before,
): number[] {
  const free = expected.map(() => true);
  let weights = fitRising(examples, expected, lean, free);
  for (const place of doubtful) {
    if (!free[place]) continue;
    const without = free.map((one, index) => one && index !== place);
    const other = fitRising(examples, expected, lean, without);
    const proof = (2 * (likelihood(examples, weights) - likelihood(examples, other))) / alike;
    if (proof >= BEYOND_CHANCE) continue;
    free[place] = false;
    weights = other;
  }
  return weights;
}

function fitRising(examples: readonly Example[], expected: Weights, lean: number, free: boolean[]): number[] {
  for (;;) {
    const weights = fitFree(examples, expected, lean, free);
    const wrong = weights.findIndex((weight, index) => index > 0 && weight < 0);
    if (wrong < 0) return weights;
    free[wrong] = false;
  }
}

function likelihood(examples: readonly Example[], weights: Weights): number {
  return examples.reduce((sum, { signs, came }) => {
    const score = weighed(weights, signs);
    return sum - Math.log1p(Math.exp(came ? -score : score));
  }, 0);
}

type Fixed = { readonly expected: Weights; readonly lean: number; readonly free: readonly boolean[] };

function fitFree(examples: readonly Example[], expected: Weights, lean: number, free: readonly boolean[]) {
  let weights = expected.map((weight, index) => (free[index] ? weight : 0));
  for (let turn = 0; turn < TURNS; turn += 1) {
    const step = solved(equationsAt(examples, weights, { expected, lean, free }));
    const longest = Math.max(...step.map(Math.abs));
    const shorter = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    weights = weights.map((weight, i) => weight + (step[i] ?? 0) * shorter);
    if (longest < 1e-7) break;
  }
  return weights;
}

/** Newton's equations for the next step, a row each: the second derivatives, then the first. */
function equationsAt(examples: readonly Example[], weights: Weights, fixed: Fixed): Float64Array[] {
  const size = weights.length;
  const { expected, lean, free } = fixed;
  const rows = weights.map((weight, i) => {
    const row = new Float64Array(size + 1);
    row[i] = lean;
    row[size] = lean * ((expected[i] ?? 0) - weight);
    return row;
  });
  for (const { signs, came } of examples) {
    const p = logistic(weighed(weights, signs));
    const x = [1, ...signs];
    for (const [i, row] of rows.entries()) {
      const of = x[i] ?? 0;
      for (let j = 0; j < size; j += 1) row[j] = (row[j] ?? 0) + p * (1 - p) * of * (x[j] ?? 0);
      row[size] = (row[size] ?? 0) + ((came ? 1 : 0) - p) * of;
    }
  }
  return rows.map((row, i) => (free[i] ? row.map((one, j) => (free[j] === false ? 0 : one)) : only(i, size)));
}

/** The equation by which a weight stays as it is. */
function only(index: number, size: number): Float64Array {
  const row = new Float64Array(size + 1);
  row[index] = 1;
  return row;
}

/** By elimination (Gauss–Jordan); the matrix is positive, so the diagonal is never 0. */
function solved(rows: readonly Float64Array[]): number[] {
  const size = rows.length;
  for (const [k, row] of rows.entries()) {
    const pivot = row[k] ?? 1;
    for (let j = k; j <= size; j += 1) row[j] = (row[j] ?? 0) / pivot;
    for (const other of rows) if (other !== row) subtract(other, row, k);
  }
  return rows.map((row) => row[size] ?? 0);
}

function subtract(from: Float64Array, row: Float64Array, k: number): void {
  const factor = from[k] ?? 0;
  for (let j = k; j < row.length; j += 1) from[j] = (from[j] ?? 0) - factor * (row[j] ?? 0);
}
