/** What the clients were told, kept outside of the program: the trial's own truth. */
export class Memory {
  /** By the number: what was done with each dossier, in order. */
  readonly #done = new Map<string, string[]>();
  readonly #fees = new Map<string, number>();
  readonly #documents = new Map<string, number>();
  readonly #scans = new Map<string, string>();
  #count = 0;
  #waiting: (() => void)[] = [];

  /** How many actions were acknowledged. */
  get count(): number {
    return this.#count;
  }

  acknowledged(number: string, event: string): void {
    const before = this.#done.get(number);
    if (before) before.push(event);
    else this.#done.set(number, [event]);
    this.#count += 1;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  feePaid(number: string, amount: number): void {
    this.#fees.set(number, amount);
  }

  /** So many documents of this dossier stand in a book. */
  entered(number: string, documents: number): void {
    this.#documents.set(number, documents);
  }

  scanned(number: string, sha256: string): void {
    this.#scans.set(number, sha256);
  }

  get done(): ReadonlyMap<string, readonly string[]> {
    return this.#done;
  }
  get fees(): ReadonlyMap<string, number> {
    return this.#fees;
  }
  get documents(): ReadonlyMap<string, number> {
    return this.#documents;
  }
  get scans(): ReadonlyMap<string, string> {
    return this.#scans;
  }

  /** Until the next action is acknowledged; throws when nobody is answered any more. */
  async next(limitMs: number): Promise<void> {
    let limit: NodeJS.Timeout | undefined;
    const never = new Promise<never>((_, reject) => {
      const error = new Error(`nothing was acknowledged for ${limitMs / 1000} s`);
      limit = setTimeout(() => reject(error), limitMs);
    });
    const next = new Promise<void>((wake) => this.#waiting.push(wake));
    await Promise.race([next, never]).finally(() => clearTimeout(limit));
  }
}
