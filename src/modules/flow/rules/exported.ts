import type { Instant } from '#kernel/instant.ts';

/** An event as it leaves: codes, pseudonyms and words, nothing of a person. */
export interface ExportedEvent {
  /** In the dossier, from 1. */
  readonly seq: number;
  /** Legal time. */
  readonly at: Instant;
  /** Name of the step, or of what happened. */
  readonly activity: string;
  /** Of the standard lifecycle of IEEE 1849. */
  readonly transition: string;
  /** Code of what happened: `step-finished`. */
  readonly type: string;
  /** Code of the step; null: about the dossier. */
  readonly step: string | null;
  /** Pseudonym of who did it; null: nobody, or a citizen. */
  readonly officer: string | null;
  /** Role of the step. */
  readonly role: string | null;
  /** Code of the office. */
  readonly office: string | null;
  /** Pseudonyms of the papers that it made. */
  readonly papers: readonly string[];
}

/** Facts of a dossier as it stands, in the order in which they are written; null is left out. */
export interface ExportedFacts {
  /** Only when it was wished. */
  readonly number: string | null;
  readonly procedure: string;
  readonly field: string;
  readonly case: string | null;
  readonly channel: string;
  readonly assisted: boolean;
  /** Codes. */
  readonly agency: string | null;
  readonly intake: string | null;
  readonly received: Instant;
  /** As it was promised first. */
  readonly firstDue: Instant | null;
  readonly due: Instant | null;
  readonly ended: Instant | null;
  readonly returned: Instant | null;
  readonly state: string;
  readonly outcome: string | null;
  /** By the legal clock; null: it stands in no column of a timeliness table. */
  readonly class: string | null;
}

export interface ExportedCase {
  /** Pseudonym. */
  readonly id: string;
  readonly procedureName: string;
  readonly facts: ExportedFacts;
  readonly events: readonly ExportedEvent[];
}

/** What is said of the whole. */
export interface ExportedAbout {
  readonly from: string;
  /** Included. */
  readonly to: string;
  readonly at: Instant;
}

/** Which facts are moments. */
export const momentFacts: readonly (keyof ExportedFacts)[] = [
  'received',
  'firstDue',
  'due',
  'ended',
  'returned',
];
export const factKeys = [
  ...['number', 'procedure', 'field', 'case', 'channel', 'assisted', 'agency', 'intake'],
  ...['received', 'firstDue', 'due', 'ended', 'returned', 'state', 'outcome', 'class'],
] as readonly (keyof ExportedFacts)[];
