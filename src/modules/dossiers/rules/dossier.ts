import type { Instant } from '#kernel/instant.ts';
import type { Remaining } from '#kernel/working-time/limit.ts';
import type { Guidance, PlannedStep, ResultDraft } from './event.ts';
import type { Filing, PersonalFiling } from './filing.ts';

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
  'hand-over',
  'none',
] as const;
export type Task = (typeof tasks)[number];

export interface Holder {
  readonly officeId: string;
  readonly accountId: string | null;
  readonly since: Instant;
}

export interface Clock {
  /** `stopped`: waiting for a supplement, restarts from zero when it is complete. */
  readonly state: 'none' | 'running' | 'stopped' | 'ended';
  /** Where the count starts: the receipt, or the restart. */
  readonly countsFrom: Instant | null;
  readonly dueAt: Instant | null;
  readonly certain: boolean;
  readonly remaining: Remaining | null;
  readonly stoppedAt: Instant | null;
}

/** A dossier as its history says it is. */
export interface Dossier {
  readonly id: string;
  readonly seq: number;
  readonly reference: string;
  readonly draftId: string | null;
  readonly number: string | null;
  readonly state: State;
  readonly outcome: 'granted' | 'refused' | null;
  readonly filing: Filing;
  /** Null once erased. */
  readonly personal: PersonalFiling | null;
  readonly submittedAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly firstDueAt: Instant | null;
  readonly clock: Clock;
  readonly processKey: string | null;
  readonly steps: readonly PlannedStep[];
  readonly stepIndex: number | null;
  readonly task: Task;
  readonly holder: Holder | null;
  /** Who goes on when the supplement has come. */
  readonly heldBefore: { readonly officeId: string; readonly accountId: string | null } | null;
  readonly supplements: number;
  readonly guidance: Guidance | null;
  readonly draft: ResultDraft | null;
  readonly resultPaperId: string | null;
  readonly resultNumber: string | null;
  readonly receiptIds: readonly string[];
  readonly paperIds: readonly string[];
  readonly endedAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly updatedAt: Instant;
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

export function currentStep(dossier: Dossier): PlannedStep | null {
  return dossier.stepIndex === null ? null : (dossier.steps[dossier.stepIndex] ?? null);
}
