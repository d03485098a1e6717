import type { Instant } from '#kernel/instant.ts';

export const riskLevels = ['high', 'medium', 'low'] as const;
export type RiskLevel = (typeof riskLevels)[number];

export const riskReasons = [
  're-appointed',
  'needs-longer',
  'stays-longer',
  'crowded',
  'holder-crowded',
  'season',
  'often',
] as const;
export type RiskReason = (typeof riskReasons)[number];

/** How likely an open dossier is to be late, and what speaks most for it; judged by whoever knows the past. */
export interface Risk {
  /** 0–1, to three places. */
  readonly probability: number;
  readonly level: RiskLevel;
  readonly reason: RiskReason;
  /** When it came to its step. */
  readonly enteredAt: Instant;
  /**
   * Office minutes: `stays-longer`: in which half of all have a result after entering the step; otherwise what half of
   * those that lay there as long still needed.
   */
  readonly usualMinutes: number;
  /** Open dossiers of the office (`holder-crowded`: in the hands in which it lies), and on an average day. */
  readonly openNow: number;
  readonly openUsual: number;
}
