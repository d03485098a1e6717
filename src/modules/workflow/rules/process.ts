import type { Role } from '#kernel/actor.ts';

export type ProcessKey = 'same-day' | 'simple' | 'appraised' | 'connected';
export type StepKind = 'reception' | 'handle' | 'appraise' | 'other-office' | 'sign' | 'return';
export type StepOffice = 'one-stop' | 'section' | 'leadership' | 'outside';
/** Who signs the result: chairman or vice chairman, or the head of the section that handles it. */
export type Signer = 'leadership' | 'section';

export interface Step {
  readonly code: string;
  /** Vietnamese, as in the agency's published process. */
  readonly name: string;
  readonly kind: StepKind;
  readonly role: Role;
  readonly office: StepOffice;
  /** Part of the time limit, 0 to 1; the steps of a process sum to 1. */
  readonly share: number;
}

/** A version never changes; a dossier keeps the steps it was planned with. */
export interface Process {
  readonly versionId: string;
  readonly key: ProcessKey;
  readonly steps: readonly Step[];
}

export interface ProcessAnswer {
  readonly process: Process;
  /** Key of the office that handles it (`findSection`). */
  readonly sectionKey: string;
  /** Key of the office that is asked (`findOutsideOffice`); null when nobody is. */
  readonly outsideKey: string | null;
}

/** Shares are thousandths in the database: compared as such, not as sums of floating numbers. */
export function sharesAreWhole(steps: readonly Pick<Step, 'share'>[]): boolean {
  return steps.reduce((sum, step) => sum + Math.round(step.share * 1000), 0) === 1000;
}
