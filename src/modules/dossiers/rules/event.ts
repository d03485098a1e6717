import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Pause, Remaining } from '#kernel/working-time/limit.ts';
import type { FiledPaper, Filing, PersonalFiling } from './filing.ts';
import type { LateCauseKind } from './late-causes.ts';
import type { OutsideBody } from './outside-bodies.ts';
import type { OldNotes, OldStanding, TakenFrom } from './standing.ts';

/** Who did it: a person in an office, as they were called then. */
export interface Author {
  readonly accountId: string | null;
  readonly officeId: string | null;
  readonly name: string;
  readonly officeName: string;
}

export const stepKinds = ['reception', 'handle', 'appraise', 'other-office', 'sign', 'return'] as const;
export type StepKind = (typeof stepKinds)[number];

/** A step of the process as it was when the dossier was accepted, with the office that the law names. */
export interface PlannedStep {
  readonly code: string;
  readonly name: string;
  readonly kind: StepKind;
  readonly role: string;
  readonly officeId: string;
  readonly officeName: string;
  /** Its part of the limit; the parts of all steps sum to 1. */
  readonly share: number;
  /** When this step should be finished; null without a limit. */
  readonly dueAt: Instant | null;
}

/** The due date as the kernel computed it; the derivation is computed again from the same receipt. */
export interface ClockFacts {
  readonly receivedAt: Instant;
  readonly dueAt: Instant | null;
  readonly certain: boolean;
  readonly remaining: Remaining | null;
  /** The date that the agency promises, never later than `dueAt`; absent where it promises none. */
  readonly committedAt?: Instant | null;
}

/** The due date of QĐ 766/QĐ-TTg after this event; histories from before this clock was kept have none. */
interface National {
  readonly nationalDueAt?: Instant | null;
}

/**
 * Why personal data may go (Luật 91/2025/QH15, Luật Lưu trữ 33/2024/QH15): its time in the archive is over, an
 * authority has decided it, or the person asks and no archive keeps the dossier.
 */
export const erasureGrounds = ['retention-over', 'authority-decision', 'person-asks'] as const;
/** Nobody chooses the last: a training dossier is cleared away after its time. */
export type ErasureGround = (typeof erasureGrounds)[number] | 'training-over';

/** Why an acceptance is annulled: accepted by mistake, or the same dossier twice. */
export const annulmentGrounds = ['mistake', 'double'] as const;
export type AnnulmentGround = (typeof annulmentGrounds)[number];

/** How an applicant was told that the result is there, and what came of it. */
export const tellingWays = ['phone', 'message', 'zalo', 'post', 'somebody'] as const;
export type TellingWay = (typeof tellingWays)[number];
export const tellingOutcomes = ['reached', 'sent', 'no-answer', 'wrong-number'] as const;
export type TellingOutcome = (typeof tellingOutcomes)[number];

/** What every first event says. `training` stands there only when it is one: said once, never taken back. */
interface Begun {
  readonly filing: Filing;
  readonly reference: string;
  readonly draftId: string | null;
  readonly training?: true;
  /** Accepted with others in one press; each is a dossier of its own. */
  readonly groupId?: string;
}

interface Bodies {
  submitted: Begun;
  accepted: Begun & {
    readonly number: string;
    readonly clock: ClockFacts;
    readonly processKey: string;
    readonly steps: readonly PlannedStep[];
    readonly receiptId: string;
  };
  /** From the software before, as it stood there: number, receipt and promised date are kept. */
  'taken-over': Begun & {
    readonly number: string;
    readonly clock: ClockFacts;
    readonly processKey: string;
    readonly steps: readonly PlannedStep[];
    readonly standing: OldStanding;
    readonly source: TakenFrom;
  };
  'correction-asked': Begun & { readonly paperId: string };
  'not-accepted': Begun & { readonly paperId: string };
  'data-corrected': { readonly fields: readonly string[] };
  'acceptance-annulled': { readonly ground: AnnulmentGround };
  /** Procedure or case were wrong: computed again from the same receipt; the old receipt is void. */
  'procedure-corrected': {
    readonly filing: Filing;
    readonly clock: ClockFacts;
    /** Waits since the receipt that stay left out; none in histories from before. */
    readonly pauses?: readonly Pause[];
    readonly processKey: string;
    readonly steps: readonly PlannedStep[];
    readonly receiptId: string;
  };
  forwarded: { readonly stepIndex: number; readonly late: boolean };
  'receipt-confirmed': { readonly stepIndex: number };
  'receipt-refused': { readonly stepIndex: number; readonly toIndex: number };
  'step-started': { readonly stepIndex: number; readonly accountId: string };
  'step-finished': { readonly stepIndex: number };
  'step-returned': { readonly fromIndex: number; readonly toIndex: number };
  reassigned: { readonly accountId: string; readonly name: string };
  /**
   * `effect`: what the wait does to the clock, by which law; histories from before it was kept mean a restart. `clock`:
   * as it stands still, where it goes on afterwards.
   */
  'supplement-asked': National & {
    readonly effect?: { readonly kind: 'restart' | 'suspend'; readonly basis: string };
    readonly clock?: ClockFacts;
    readonly count: number;
    /** Asked later than three working days after acceptance (NĐ 61/2018 Điều 19 khoản 4). */
    readonly late: boolean;
    readonly paperId: string;
    readonly respondBy?: CivilDate | null;
  };
  'supplement-announced': { readonly by: 'phone' | 'message' | 'post' | 'in-person' };
  /** The applicant was told that the result is there, or somebody tried to. */
  'result-announced': { readonly way: TellingWay; readonly outcome: TellingOutcome };
  /** The applicant was told of the date that the calendar has moved, or somebody tried to. */
  'date-announced': { readonly way: TellingWay; readonly outcome: TellingOutcome };
  /** The control slip as the history stood; the chain holds what it says. Nothing of the dossier changes. */
  'slip-printed': { readonly paperId: string };
  'supplement-received': National & {
    readonly clock: ClockFacts;
    readonly steps: readonly PlannedStep[];
    readonly receiptId: string;
  };
  'payment-asked': National & {
    /** The law by which the clock stands still; `basis` is that of the obligation. */
    readonly pauseBasis?: string;
    readonly amount: number;
    readonly basis: string;
    readonly clock: ClockFacts;
    readonly paperId: string;
  };
  'payment-recorded': National & {
    readonly amount: number;
    readonly by: PaymentWay;
    readonly clock: ClockFacts;
    readonly steps: readonly PlannedStep[];
  };
  /**
   * The calendar has changed: another date by the same receipt, restart and pauses. `ends`: when each step should be
   * finished; older histories say the whole steps again.
   */
  'due-date-recomputed': National & {
    readonly before: Instant | null;
    /** Where the agency promises an earlier date: that one before. */
    readonly promisedBefore?: Instant | null;
    readonly clock: ClockFacts;
    readonly ends?: readonly (Instant | null)[];
    readonly steps?: readonly PlannedStep[];
  };
  /** `suspends`: the clock stands still for it, by this law. */
  'opinion-asked': National & {
    readonly suspends?: { readonly basis: string; readonly clock: ClockFacts };
    readonly order: number;
    /** Who has to answer; of a body outside this system the office that waits for it. */
    readonly officeId: string;
    readonly outside?: OutsideBody;
    readonly officeName: string;
    readonly answerBy: CivilDate;
  };
  /** `goesOn`: the clock stood still for it. */
  'opinion-answered': National & {
    readonly order: number;
    readonly officeName: string;
    readonly outside?: OutsideBody;
    readonly goesOn?: { readonly clock: ClockFacts; readonly steps: readonly PlannedStep[] };
  };
  're-appointed': {
    /** Until when the result is promised now. */
    readonly appointedAt: Instant;
    /** So often the regime lets a date be promised again; histories from before mean once. */
    readonly most?: number;
    /** Said later than one working day before the due date: a late apology. */
    readonly late: boolean;
    readonly paperId: string;
  };
  decided: {
    readonly outcome: 'granted' | 'refused';
    readonly resultPaperId: string;
    readonly resultNumber: string;
    /** Null on a training dossier: nobody's certificate signs it. */
    readonly signatureId: string | null;
  };
  /** Signed with ink: what was signed has left with the citizen or lies in a book, the number is kept here. */
  'signed-by-hand': {
    readonly resultNumber: string;
    readonly signerAccountId: string;
    readonly signerName: string;
    readonly signerTitle: string;
  };
  'decision-taken-back': { readonly resultPaperId: string | null; readonly resultNumber: string };
  'handed-over': {
    readonly by: 'signature' | 'code' | 'post' | 'electronic';
    readonly toAuthorised: boolean;
    /** Papers that were handed in as originals went back with the result. */
    readonly originalsReturned?: boolean;
    /** One of several that one person fetched at once. */
    readonly sheetId?: string;
  };
  withdrawn: { readonly originalsReturned: boolean };
  stopped: { readonly basis: string; readonly paperId?: string };
  /** The applicant did not answer a supplement request in time. */
  'closed-for-silence': { readonly respondBy: CivilDate; readonly paperId: string };
  /** Why it was late: what the evidence said, or somebody before, and what it is now. Nothing else changes. */
  'late-cause-corrected': { readonly from: LateCauseKind; readonly to: LateCauseKind };
  'personal-erased': {
    readonly ground: ErasureGround;
    /** Number of the paper that orders it, e.g. `12/QĐ-UBND`: a number says nothing about a person. Empty: nobody's. */
    readonly order: string;
  };
}

interface PersonalParts {
  submitted: PersonalFiling;
  accepted: PersonalFiling;
  'taken-over': PersonalFiling & OldNotes;
  'correction-asked': PersonalFiling & Guidance;
  'not-accepted': PersonalFiling & Reason;
  'data-corrected': { readonly filing: PersonalFiling } & Reason;
  'acceptance-annulled': Reason;
  'procedure-corrected': Reason;
  forwarded: Note;
  'receipt-confirmed': null;
  'receipt-refused': { readonly missing: string };
  'step-started': null;
  'step-finished': Note & { readonly draft: ResultDraft | null };
  'step-returned': Reason;
  reassigned: Reason;
  'supplement-asked': Guidance;
  'supplement-announced': Note;
  'result-announced': Note;
  'date-announced': Note;
  'slip-printed': null;
  'supplement-received': { readonly papers: readonly FiledPaper[] } & Note;
  'payment-asked': Note;
  'payment-recorded': { readonly proof: string };
  'due-date-recomputed': null;
  'opinion-asked': { readonly question: string };
  'opinion-answered': { readonly answer: string };
  're-appointed': Reason;
  decided: { readonly result: ResultDraft } & Note;
  'signed-by-hand': Note;
  'decision-taken-back': Reason;
  'handed-over': { readonly receiver: Receiver; readonly proof: string };
  withdrawn: Reason & { readonly receiver: string | null };
  stopped: Reason;
  'closed-for-silence': Note;
  'late-cause-corrected': Reason & { readonly evidence: string };
  'personal-erased': null;
}

export const paymentWays = ['cash', 'transfer'] as const;
export type PaymentWay = (typeof paymentWays)[number];

export interface Reason {
  readonly reason: string;
}
export interface Note {
  readonly note: string | null;
}
/** One complete list of what is missing, with reasons: asked once. */
export interface Guidance {
  readonly items: readonly { readonly name: string; readonly what: string }[];
  readonly reason: string;
}
export interface ResultDraft {
  readonly title: string;
  readonly content: string;
}
export interface Receiver {
  readonly name: string;
  readonly idNumber: string | null;
  readonly relation: string | null;
}

export type EventType = keyof Bodies;

/** A paper that an event made, with the salted digest of what it says. */
export interface SealedPaper {
  readonly id: string;
  readonly sha256: string;
}

/** For whom the author of an event acted, and by what; as it was recorded then. */
export interface Instead {
  readonly kind: 'substitute' | 'delegation';
  /** Of what was recorded. */
  readonly id: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly title: string;
  readonly until: CivilDate | null;
  readonly manner: 'KT' | 'TL' | 'TUQ' | null;
  readonly decisionNumber: string | null;
  readonly decisionDate: CivilDate | null;
}

/** An event before it is written: the store gives it its place in the chain. */
export type NewEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly at: Instant;
    readonly by: Author;
    /** `papers` is put there when it is written; histories of earlier versions have none. */
    readonly body: Bodies[T] & { readonly papers?: readonly SealedPaper[]; readonly instead?: Instead };
    /** Null when there is nothing personal, or when it has been erased. */
    readonly personal: PersonalParts[T] | null;
  };
}[EventType];

export type DossierEvent = NewEvent & { readonly seq: number };
export type EventOf<T extends EventType> = Extract<DossierEvent, { readonly type: T }>;
