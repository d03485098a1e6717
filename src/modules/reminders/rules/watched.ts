import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Regime } from '#modules/catalogue/index.ts';

/**
 * What of an open dossier the law's own rules ask: no name, nothing personal. All moments are legal time.
 */
export interface Watched {
  readonly id: string;
  /** Length of its history. */
  readonly seq: number;
  readonly agencyId: string;
  readonly intakeOfficeId: string;
  /** `submitted`, `accepted`, `in-progress`, `awaiting-supplement` or `awaiting-payment`. */
  readonly state: string;
  readonly task: string;
  /** Certified at the counter, before who asks for it: nothing is forwarded. */
  readonly inPlace: boolean;
  /** The legal clock runs: it waits for nobody outside. */
  readonly runs: boolean;
  readonly submittedAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly dueAt: Instant | null;
  /** Promised with an apology. */
  readonly appointedAt: Instant | null;
  readonly holderOfficeId: string | null;
  readonly holderAccountId: string | null;
  readonly heldSince: Instant | null;
  /** The last press of an officer or of the applicant that did something with it; a calendar moves nothing. */
  readonly movedAt: Instant;
  /** Requests of a supplement so far, and whether the last one came later than the law allows. */
  readonly supplements: number;
  readonly supplementLate: boolean;
  /** The request that it waits for. */
  readonly askedAt: Instant | null;
  /** By which law it is handled. */
  readonly regime: Regime;
  readonly procedureCode: string;
  /** Offices that were asked for an opinion and have not answered. */
  readonly opinions: readonly WatchedOpinion[];
}

export interface WatchedOpinion {
  readonly order: number;
  readonly officeId: string;
  /** Asked to answer by the end of this day. */
  readonly answerBy: CivilDate;
}
