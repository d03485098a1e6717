import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';

/** The file it was taken from, by its digest, and the row of it. */
export interface TakenFrom {
  readonly sha256: string;
  readonly row: number;
}

interface AtStep {
  /** The step of the process in which it is. */
  readonly stepIndex: number;
  /** Who holds it; null: nobody of the office has taken it yet. */
  readonly accountId: string | null;
}

/** Where a dossier of the software before is when it is taken over. */
export type OldStanding =
  | { readonly kind: 'at-one-stop' }
  | ({ readonly kind: 'in-work' } & AtStep)
  | ({ readonly kind: 'awaiting-supplement'; readonly since: Instant } & AtStep)
  | ({ readonly kind: 'awaiting-payment'; readonly since: Instant; readonly amount: number } & AtStep)
  | { readonly kind: 'ready'; readonly resultNumber: string; readonly readyAt: Instant };

/** What the software before wrote about the way so far. Free text is personal. */
export interface OldNotes {
  readonly history: readonly { readonly on: CivilDate | null; readonly text: string }[];
  /** What the applicant is to bring or to pay. */
  readonly waitingFor: string | null;
}
