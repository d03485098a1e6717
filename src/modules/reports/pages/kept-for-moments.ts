interface Kept<V> {
  readonly untilMs: number;
  readonly value: Promise<V>;
}

/** What is made for who asks first, and given to who asks within moments of it; what failed is made again. */
export class KeptForMoments<V> {
  readonly #forMs: number;
  readonly #kept = new Map<string, Kept<V>>();

  constructor(forMs: number) {
    this.#forMs = forMs;
  }

  /** `nowMs`: machine time. */
  get(key: string, nowMs: number, make: () => Promise<V>): Promise<V> {
    const found = this.#kept.get(key);
    if (found && nowMs < found.untilMs && nowMs >= found.untilMs - this.#forMs) return found.value;
    const value = make();
    const kept = { untilMs: nowMs + this.#forMs, value };
    this.#kept.set(key, kept);
    value.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return value;
  }
}
