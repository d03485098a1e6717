import type { Instant } from '#kernel/instant.ts';

interface Waiting<T> {
  readonly at: Instant;
  /** Of two at one moment the lower goes first. */
  readonly index: number;
  readonly what: T;
}

const before = <T>(a: Waiting<T>, b: Waiting<T>) => a.at < b.at || (a.at === b.at && a.index < b.index);

/** What waits for its moment, the earliest first (a binary heap). */
export class Moments<T> {
  readonly #heap: Waiting<T>[] = [];

  add(waiting: Waiting<T>): void {
    const heap = this.#heap;
    let at = heap.push(waiting) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (!parent || !before(waiting, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = waiting;
  }

  next(): Waiting<T> | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const down = left && right && before(right, left) ? right : left;
      if (!down || !before(down, last)) break;
      heap[at] = down;
      at = down === left ? 2 * at + 1 : 2 * at + 2;
    }
    heap[at] = last;
    return first;
  }
}
