/** A database server that does not let us in. */
export interface AwayServer {
  /** Starts it where it is not there. */
  readonly start: () => Promise<void>;
  /** Ends it at once, whatever it is at; its log brings back everything. */
  readonly end: () => Promise<void>;
}

export interface BringingBack<T> {
  readonly server: AwayServer;
  /** Fails as long as nobody is let in. */
  readonly enter: () => Promise<T>;
  /** False: waiting would be in vain, or is no longer wanted. */
  readonly mayWait: (error: unknown) => boolean;
  readonly waiting: (error: unknown) => void;
  readonly nowMs: () => number;
  readonly pause: (ms: number) => Promise<unknown>;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
export const PATIENCE_MS = 5 * 60_000;

/**
 * Tries until the server lets us in. One that is there and lets nobody in for minutes is ended and started again:
 * PostgreSQL 18 whose recovery was killed waits for ever. A recovery that is only long is given twice as long each time.
 * Throws the last failure once waiting is over.
 */
export async function bringBack<T>(back: BringingBack<T>): Promise<T> {
  const { server, enter, mayWait, waiting, nowMs, pause } = back;
  let since = nowMs();
  let patienceMs = PATIENCE_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      await server.start();
      return await enter();
    } catch (error) {
      if (!mayWait(error)) throw error;
      waiting(error);
    }
    await pause(pauseMs);
    if (nowMs() - since < patienceMs) continue;
    await server.end().catch(waiting);
    since = nowMs();
    patienceMs *= 2;
  }
}
