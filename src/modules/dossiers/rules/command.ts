import type { Actor } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { ClockEffects } from '#kernel/working-time/clock-effects.ts';
import type { Pause } from '#kernel/working-time/limit.ts';
import type { Counted } from './count-again.ts';
import type {
  AnnulmentGround,
  ClockFacts,
  ErasureGround,
  Guidance,
  PaymentWay,
  PlannedStep,
  Receiver,
  ResultDraft,
  TellingOutcome,
  TellingWay,
} from './event.ts';
import type { FiledPaper, Filing, PersonalFiling } from './filing.ts';
import type { LateCauseKind } from './late-causes.ts';
import type { OutsideBody } from './outside-bodies.ts';

/** What a rule must know that is not in the dossier; the action gathers it. */
export interface Facts {
  readonly now: Instant;
  readonly actor: Actor;
}

/** What is filed, whoever files it. */
export interface FilingFacts {
  readonly now: Instant;
  readonly filing: Filing;
  readonly personal: PersonalFiling;
  readonly reference: string;
  readonly draftId: string | null;
  /** A dossier to practise with. */
  readonly training: boolean;
  /** Of those accepted in one press. */
  readonly groupId?: string | undefined;
}

export interface AcceptFacts extends FilingFacts, Facts {}

export interface Acceptance {
  readonly number: string;
  readonly clock: ClockFacts;
  readonly processKey: string;
  readonly steps: readonly PlannedStep[];
  readonly receiptId: string;
}

/** The due dates while nothing counts; null: no limit. */
export type StandingStill = Pick<Counted, 'clock' | 'nationalDueAt'>;

/** Commands on a dossier that is there, by name, with what the person typed. */
export interface Inputs {
  'correct-data': { readonly filing: PersonalFiling; readonly reason: string };
  'annul-acceptance': { readonly ground: AnnulmentGround | null; readonly reason: string };
  'correct-procedure': {
    readonly filing: Filing;
    /** Waits since the receipt that stay left out. */
    readonly pauses?: readonly Pause[];
    readonly reason: string;
    readonly clock: ClockFacts;
    readonly processKey: string;
    readonly steps: readonly PlannedStep[];
    readonly receiptId: string;
  };
  forward: { readonly note: string | null; readonly late: boolean };
  'confirm-receipt': Record<never, never>;
  'refuse-receipt': { readonly missing: string };
  'start-step': Record<never, never>;
  'finish-step': { readonly note: string | null; readonly draft: ResultDraft | null };
  'return-step': { readonly toIndex: number; readonly reason: string };
  reassign: { readonly accountId: string; readonly name: string; readonly reason: string };
  'ask-for-supplement': Guidance & {
    readonly late: boolean;
    readonly paperId: string;
    readonly respondBy: CivilDate | null;
    /** As both clocks stand still. */
    readonly still: StandingStill;
    readonly effects: ClockEffects;
  };
  'announce-supplement': {
    readonly by: 'phone' | 'message' | 'post' | 'in-person';
    readonly note: string | null;
  };
  'announce-result': {
    readonly way: TellingWay;
    readonly outcome: TellingOutcome;
    readonly note: string | null;
  };
  'announce-date': {
    readonly way: TellingWay;
    readonly outcome: TellingOutcome;
    readonly note: string | null;
  };
  'receive-supplement': {
    readonly papers: readonly FiledPaper[];
    readonly note: string | null;
    readonly clock: ClockFacts;
    readonly steps: readonly PlannedStep[];
    readonly receiptId: string;
    readonly nationalDueAt: Instant | null;
  };
  'ask-for-payment': {
    readonly amount: number;
    readonly basis: string;
    readonly note: string | null;
    readonly still: StandingStill;
    readonly effects: ClockEffects;
    readonly paperId: string;
  };
  'record-payment': {
    readonly by: PaymentWay;
    readonly proof: string;
    readonly clock: ClockFacts;
    readonly nationalDueAt: Instant | null;
    readonly steps: readonly PlannedStep[];
  };
  'ask-opinion': {
    readonly officeId: string;
    readonly officeName: string;
    readonly outside?: OutsideBody;
    readonly question: string;
    readonly answerBy: CivilDate;
    /** The question is of the kind for which the law of the procedure leaves the wait out. */
    readonly suspends: boolean;
    readonly still: StandingStill;
    readonly effects: ClockEffects;
  };
  'answer-opinion': {
    readonly order: number;
    readonly answer: string;
    /** As both clocks go on, where they stood still for it alone. */
    readonly goesOn: Counted | null;
  };
  're-appoint': {
    readonly appointedAt: Instant;
    readonly late: boolean;
    readonly reason: string;
    readonly paperId: string;
    readonly effects: ClockEffects;
  };
  'record-hand-signature': {
    readonly resultNumber: string;
    readonly signerAccountId: string;
    readonly signerName: string;
    readonly signerTitle: string;
    readonly note: string | null;
  };
  decide: {
    readonly outcome: 'granted' | 'refused';
    readonly result: ResultDraft;
    readonly note: string | null;
    readonly resultPaperId: string;
    readonly resultNumber: string;
    readonly signatureId: string | null;
  };
  'take-back': { readonly reason: string };
  'correct-cause': {
    /** What is said now. */
    readonly from: LateCauseKind;
    readonly to: LateCauseKind | null;
    readonly reason: string;
    readonly evidence: string;
  };
  'hand-over': {
    readonly by: 'signature' | 'code' | 'post' | 'electronic';
    readonly receiver: Receiver;
    readonly toAuthorised: boolean;
    readonly proof: string;
    readonly originalsReturned?: boolean;
    readonly sheetId?: string;
  };
  withdraw: {
    readonly reason: string;
    readonly originalsReturned: boolean;
    readonly receiver: string | null;
  };
  stop: { readonly basis: string; readonly reason: string; readonly paperId: string };
  'close-for-silence': { readonly note: string | null; readonly paperId: string };
  erase: { readonly ground: ErasureGround | null; readonly order: string };
}

export type LaterCommand = keyof Inputs;
