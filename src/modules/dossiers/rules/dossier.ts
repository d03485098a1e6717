import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Pause, Remaining } from '#kernel/working-time/limit.ts';
import type { Guidance, PlannedStep, ResultDraft, TellingOutcome } from './event.ts';
import type { Filing, PersonalFiling } from './filing.ts';
import type { OutsideBody } from './outside-bodies.ts';
import type { TakenFrom } from './standing.ts';

export const states = [
  'submitted',
  'correction-asked',
  'not-accepted',
  'accepted',
  'in-progress',
  'awaiting-supplement',
  'awaiting-payment',
  'decided',
  'returned',
  'withdrawn',
  'stopped',
] as const;
export type State = (typeof states)[number];

/** What is to be done now, and by the holder. */
export const tasks = [
  'review',
  'await-correction',
  'forward',
  'confirm-receipt',
  'start',
  'work',
  'decide',
  'announce-supplement',
  'await-supplement',
  'await-payment',
  'hand-over',
  'none',
] as const;
export type Task = (typeof tasks)[number];

export interface StandIn {
  readonly accountId: string;
  readonly name: string;
  readonly since: Instant;
  readonly until: CivilDate | null;
}

export interface Holder {
  readonly officeId: string;
  readonly accountId: string | null;
  readonly since: Instant;
  /** Does the holder's work while the holder is away: from the first act for the holder, until the last day. */
  readonly standIn?: StandIn;
}

export const clockStates = ['none', 'running', 'stopped', 'suspended', 'ended'] as const;
export type ClockState = (typeof clockStates)[number];

/** It waits for the citizen: no due moment comes nearer. */
export const stillClocks: readonly string[] = ['stopped', 'suspended'] satisfies ClockState[];

export interface Clock {
  /**
   * `stopped`: waiting for a supplement, restarts from zero when it is complete. `suspended`: waiting for a payment,
   * or for something else that the law leaves out; goes on where it was.
   */
  readonly state: ClockState;
  /** Where the count starts: the receipt, or the restart. */
  readonly countsFrom: Instant | null;
  readonly dueAt: Instant | null;
  /** The date that the agency promises, never later; null: none, or it stands still. Lateness is judged by `dueAt`. */
  readonly committedAt: Instant | null;
  readonly certain: boolean;
  /** As the software before promised it: none of our rules has counted it. */
  readonly promised: boolean;
  readonly remaining: Remaining | null;
  readonly stoppedAt: Instant | null;
  /** The law by which it starts, or started, anew; null: it does not, or the history does not say it. */
  readonly restartBasis: string | null;
  /** Intervals since `countsFrom` in which it stood still. */
  readonly pauses: readonly Pause[];
}

/**
 * The clock of QĐ 766/QĐ-TTg, beside the legal one: from the first receipt, never restarted, every wait a pause. A
 * second supplement request makes the dossier late whatever this date is. Legal time, Vietnamese dates.
 */
export interface NationalClock {
  /** Null: no limit, or it waits and the limit was not used up before. */
  readonly dueAt: Instant | null;
  /** False: the history was written before this clock was kept and does not say the date; a job counts it. */
  readonly said: boolean;
  /** The date of the software before, moved by the waits only. */
  readonly promised: boolean;
  /** Since the first receipt. */
  readonly pauses: readonly Pause[];
}

/**
 * Another office was asked; it answers for its own time, the clock runs on (NĐ 61/2018 Điều 19 khoản 5), unless sector law
 * leaves the wait out.
 */
export interface Opinion {
  /** 1, 2, … in the order in which they were asked. */
  readonly order: number;
  /** Who has to answer; of a body outside this system the office that waits for it. */
  readonly officeId: string;
  readonly officeName: string;
  /** Null: an office of this system was asked. */
  readonly outside: OutsideBody | null;
  readonly askedAt: Instant;
  /** Asked to answer by the end of this day. */
  readonly answerBy: CivilDate;
  readonly answeredAt: Instant | null;
  /** The clock stands still for it: until it is answered, or somebody waits for the citizen instead. */
  readonly suspends: boolean;
}

export interface Told {
  readonly times: number;
  readonly at: Instant;
  readonly outcome: TellingOutcome;
}

/** A dossier as its history says it is. */
export interface Dossier {
  readonly id: string;
  readonly seq: number;
  /** The last event that changed anything: a page drawn since then is not out of date. */
  readonly changedSeq: number;
  readonly reference: string;
  readonly draftId: string | null;
  /** To practise with: it moves like a real one and counts nowhere. Its first event says so, for good. */
  readonly training: boolean;
  /** Shared by those that were accepted in one press; null: accepted alone. */
  readonly groupId: string | null;
  readonly number: string | null;
  readonly state: State;
  readonly outcome: 'granted' | 'refused' | null;
  readonly filing: Filing;
  /** Null once erased. */
  readonly personal: PersonalFiling | null;
  readonly submittedAt: Instant | null;
  /** Taken over from the software before. */
  readonly takenOver: { readonly at: Instant; readonly from: TakenFrom } | null;
  readonly receivedAt: Instant | null;
  readonly firstDueAt: Instant | null;
  readonly clock: Clock;
  readonly national: NationalClock;
  /** What the applicant was told last, where the calendar has moved it since and nobody has told them; null: nothing to tell. */
  readonly knownDueAt: Instant | null;
  /** The new date promised with an apology; the due date itself stays (NĐ 61/2018 Điều 19 khoản 9). */
  readonly appointedAt: Instant | null;
  readonly reAppointments: { readonly made: number; readonly most: number };
  readonly processKey: string | null;
  readonly steps: readonly PlannedStep[];
  readonly stepIndex: number | null;
  /** The step at which the clock started, or restarted: the steps from here share the limit. */
  readonly plannedFrom: number;
  /** A step of handling has been finished once. */
  readonly stepFinished: boolean;
  readonly task: Task;
  readonly holder: Holder | null;
  /** Who goes on when the supplement or the payment has come. */
  readonly heldBefore: { readonly officeId: string; readonly accountId: string | null } | null;
  readonly supplements: number;
  /** The applicant was asked to answer a supplement request by the end of this day; null: no such day. */
  readonly respondBy: CivilDate | null;
  /** What is to be paid now. */
  readonly payment: { readonly amount: number; readonly basis: string } | null;
  readonly opinions: readonly Opinion[];
  readonly guidance: Guidance | null;
  readonly draft: ResultDraft | null;
  readonly resultPaperId: string | null;
  readonly resultNumber: string | null;
  /** How often the applicant was told of the result, and the last time. */
  readonly told: Told | null;
  readonly receiptIds: readonly string[];
  readonly paperIds: readonly string[];
  readonly endedAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly updatedAt: Instant;
  /** The last press of an officer or of the applicant that did something with it. */
  readonly movedAt: Instant;
}

export const openStates: readonly State[] = [
  'submitted',
  'correction-asked',
  'accepted',
  'in-progress',
  'awaiting-supplement',
  'awaiting-payment',
  'decided',
];

export function isOpen(dossier: { readonly state: State }): boolean {
  return openStates.includes(dossier.state);
}

/** An open question to another office for whose answer the clock stands still. */
export function suspendingOpinion({ opinions }: Pick<Dossier, 'opinions'>): Opinion | undefined {
  return opinions.find(({ suspends, answeredAt }) => suspends && answeredAt === null);
}

/**
 * The asked office answers; what somebody outside this system says is written down by the office that began to wait, or by the
 * one that holds the dossier now.
 */
export function mayAnswer(
  { holder }: Pick<Dossier, 'holder'>,
  { officeId, outside }: Pick<Opinion, 'officeId' | 'outside'>,
  answering: string,
): boolean {
  return officeId === answering || (outside !== null && holder?.officeId === answering);
}

/** What a dossier is called: its number, or the reference before there is one. */
export function nameOf(dossier: Pick<Dossier, 'number' | 'reference'>): string {
  return dossier.number ?? dossier.reference;
}

export function currentStep(dossier: Dossier): PlannedStep | null {
  return dossier.stepIndex === null ? null : (dossier.steps[dossier.stepIndex] ?? null);
}

/** Whether a page that showed this much of the history still shows the dossier as it is. */
export function isAsSeen({ seq, changedSeq }: Dossier, seenSeq: number): boolean {
  return seenSeq >= changedSeq && seenSeq <= seq;
}
