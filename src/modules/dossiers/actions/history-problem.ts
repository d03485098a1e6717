export type HistoryProblem =
  | 'event-changed'
  | 'event-missing'
  | 'head-differs'
  | 'personal-changed'
  | 'personal-missing'
  /** Destroyed, and no event says who ordered it. */
  | 'erased-without-event'
  /** The history says that it is erased, and something personal is still there. */
  | 'not-erased'
  | 'row-differs'
  /** What is kept of its time is not what the history says. */
  | 'interval-differs'
  /** An event says that it is a training dossier and the first does not, or the reverse. */
  | 'training-mark'
  | 'paper-missing'
  | 'paper-changed'
  | 'number-gap'
  | 'root-changed'
  | 'root-signature'
  | 'rooted-event-missing'
  /** The audit no longer has a batch that a root covers, or has another in its place. */
  | 'rooted-audit-changed';

export interface WrongHistory {
  readonly ok: false;
  readonly problem: HistoryProblem;
  readonly where: string;
}

export const wrong = (problem: HistoryProblem, where: string): WrongHistory => ({
  ok: false,
  problem,
  where,
});

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
