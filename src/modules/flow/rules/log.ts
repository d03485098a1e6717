import type { Instant } from '#kernel/instant.ts';

/** Of an attribute of a log: a moment is a text as `Instant` has it. */
export type LogValue = string | number | boolean;
export type LogAttributes = Readonly<Record<string, LogValue>>;

/** Something that happened to a case, as IEEE 1849 names it: concept, time, lifecycle and organizational extension. */
export interface LogEvent {
  /** `time:timestamp`, to the second. */
  readonly at: Instant;
  /** `concept:name`. */
  readonly activity: string;
  /** `lifecycle:transition`: `start`, `complete`, … */
  readonly lifecycle: string | null;
  /** `org:resource`: who; in our own logs a pseudonym. */
  readonly resource: string | null;
  /** `org:role`. */
  readonly role: string | null;
  /** `org:group`: in our own logs the code of the office. */
  readonly group: string | null;
  /** All others. */
  readonly attributes: LogAttributes;
}

/** A case with its events in the order of the log. */
export interface LogCase {
  readonly caseId: string;
  readonly attributes: LogAttributes;
  readonly events: readonly LogEvent[];
}

/** Why something in a file cannot be read. */
export interface LogDoubt {
  /** Of the file, from 1. */
  readonly line: number;
  readonly code: DoubtCode;
  /** What stands there. */
  readonly what?: string;
}

/** The whole file cannot be read on from there. */
export const fatalDoubts = [
  'not-xml',
  'damaged',
  'document-type',
  'encoding',
  'no-log',
  'too-deep',
  'too-long',
  'too-many-events',
  'too-many-attributes',
] as const;
/** One case or event cannot be taken over. */
export const lineDoubts = [
  'case-without-name',
  'case-twice',
  'event-without-name',
  'event-without-time',
  'event-without-case',
  'bad-date',
  'bad-number',
  'text-too-long',
] as const;
export type FatalDoubt = (typeof fatalDoubts)[number];
export type LineDoubt = (typeof lineDoubts)[number];
export type DoubtCode = FatalDoubt | LineDoubt;
