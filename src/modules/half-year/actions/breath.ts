import { setImmediate } from 'node:timers/promises';

/** So many turns of work at once; some milliseconds. */
const TURNS = 100;

/**
 * Work in memory waits for nothing, so that no signal would be heard until it is done: now and then it lets others have
 * a turn, and ends when it shall.
 */
export class Breath {
  readonly #stop: AbortSignal | undefined;
  #turns = 0;

  constructor(stop: AbortSignal | undefined) {
    this.#stop = stop;
  }

  /** After every turn. Throws the reason of the signal. */
  async take(): Promise<void> {
    this.#turns += 1;
    if (this.#turns % TURNS !== 0) return;
    await this.now();
  }

  async now(): Promise<void> {
    await setImmediate();
    this.#stop?.throwIfAborted();
  }
}
