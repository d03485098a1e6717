import type { Instant } from '#kernel/instant.ts';

/**
 * The law's own rules about the time of a dossier, in the order of its life: `answer` to what was submitted (8 office
 * hours, NĐ 45/2020), `forward` (NĐ 61/2018 Điều 18), `supplement` within three working days and once (Điều 19.4),
 * `opinion` by its date (Điều 19.5), `apology` a working day before the due date (Điều 19.9), `new-date`: what was
 * promised with it is kept, there is no second one (Điều 19.9); and `still`: a dossier that nobody has moved.
 */
export const lawRules = [
  'answer',
  'forward',
  'supplement',
  'opinion',
  'apology',
  'new-date',
  'still',
] as const;
export type LawRule = (typeof lawRules)[number];

/** `near`: it can still be kept, and will be broken if nobody does anything. */
export const levels = ['broken', 'near'] as const;
export type Level = (typeof levels)[number];

/** Who has to do something: a person, or whoever in an office does this kind of work. */
export interface Doer {
  readonly officeId: string;
  readonly accountId: string | null;
  readonly task: string;
}

/** A rule that is about to be broken by an open dossier, or is broken. */
export interface Finding {
  readonly rule: LawRule;
  /** Which opinion; 0 of the other rules. */
  readonly order: number;
  readonly level: Level;
  /** Until when it is kept, that minute included. */
  readonly by: Instant;
  /** From when it stands so: what is near is told from then on. */
  readonly since: Instant;
  readonly doer: Doer;
}

/** Names one occasion of a rule: another date is another occasion, and told anew. */
export function occasionOf({ level, by }: Pick<Finding, 'level' | 'by'>): string {
  return `${level} ${by.slice(0, 16)}`;
}
