import type { Instant } from '#kernel/instant.ts';
import type { LogCase } from './log.ts';

/** How much a log holds, and from when to when. */
export class LogSums {
  cases = 0;
  #events = 0;
  #firstAt: Instant | null = null;
  #lastAt: Instant | null = null;

  add({ events }: LogCase): void {
    this.cases += 1;
    this.#events += events.length;
    for (const { at } of events) {
      if (this.#firstAt === null || at < this.#firstAt) this.#firstAt = at;
      if (this.#lastAt === null || at > this.#lastAt) this.#lastAt = at;
    }
  }

  get sums() {
    return { cases: this.cases, events: this.#events, firstAt: this.#firstAt, lastAt: this.#lastAt };
  }
}
