/** Draws of an invented world: cheap, and the same for the same seed (mulberry32). Never for secrets. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  }

  /** At least 0, below 1. */
  part(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.part() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.part() < share;
  }

  one<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.part() * from.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  /** Mostly small, sometimes long: around `middle`, never above eight times that. */
  around(middle: number): number {
    return Math.min(middle * 8, -Math.log(1 - this.part()) * middle + middle * 0.15);
  }
}

/** Chooses by weight: heavier more often. */
export class Weighted<T> {
  readonly #items: readonly T[];
  readonly #until: readonly number[];

  constructor(weights: readonly (readonly [item: T, weight: number])[]) {
    let sum = 0;
    this.#items = weights.map(([item]) => item);
    this.#until = weights.map(([, weight]) => {
      sum += weight;
      return sum;
    });
  }

  draw(draw: Draw): T {
    const at = draw.part() * (this.#until.at(-1) ?? 0);
    const index = this.#until.findIndex((until) => at < until);
    const item = this.#items[index];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }
}
