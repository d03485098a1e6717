import type { CivilDate } from '#kernel/civil-date.ts';
import type { LimitUnit } from '#kernel/working-time/limit.ts';
import type { ClockEffect } from './clock-effect.ts';
import type { FeeSteps } from './fee-rule.ts';
import type { Confidence, Level, Regime } from './procedure.ts';

/** Rows of db/seeds/procedures.json as they are written there. */
export interface WrittenProcedure {
  readonly code: string;
  readonly name: string;
  readonly official_name: string;
  readonly field: string;
  readonly decision: string | null;
  readonly levels: {
    readonly two_tier_from_2025_07: readonly Level[];
    readonly three_tier_before_2025_07: readonly Level[];
  };
  readonly authority: { readonly two_tier: string | null; readonly three_tier: string | null };
  readonly channels: readonly WrittenChannel[];
  readonly time_limits: readonly WrittenLimit[];
  readonly time_exclusions: string | null;
  readonly fees: readonly WrittenFee[];
  readonly components: readonly WrittenPaper[];
  readonly results: readonly { readonly name: string; readonly code: string | null }[];
  readonly legal_basis: readonly string[];
  readonly valid_from: CivilDate | null;
  readonly valid_to: CivilDate | null;
  readonly replaces: string | null;
  readonly replaced_by: string | null;
  readonly note: string | null;
  readonly confidence: Confidence;
  readonly unverified: readonly string[];
}

export type WrittenChannel = 'truc_tiep' | 'truc_tuyen' | 'buu_chinh';

export interface WrittenLimit {
  readonly value: number | null;
  readonly unit: LimitUnit | null;
  readonly cutoff?: string;
  readonly case: string | null;
}

export interface WrittenFee {
  readonly amount: number | null;
  readonly per: string;
  readonly channel: WrittenChannel | null;
  readonly note: string | null;
}

export interface WrittenPaper {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly kind: 'nop' | 'xuat_trinh' | 'khai_dien_tu';
  readonly required: boolean;
  readonly condition: string | null;
}

/** db/seeds/cases.json: what the texts of limits and conditions mean. */
export interface WrittenCases {
  readonly circumstances: readonly string[];
  /** Note of a fee → the rule in steps that it writes out. */
  readonly fees?: Readonly<Record<string, FeeSteps>>;
  readonly procedures: Readonly<Record<string, CasesOfProcedure>>;
}

export interface CasesOfProcedure {
  /** Key → name, in the order they are offered. */
  readonly cases?: Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, MeaningOfLimit>>;
  /** Condition of a paper → key of a case. */
  readonly papers?: Readonly<Record<string, string>>;
  readonly adjustments?: readonly WrittenAdjustment[];
}

export interface MeaningOfLimit {
  readonly case?: string | null;
  readonly note?: true;
  readonly regime?: Regime;
  readonly adjustment?: WrittenAdjustment;
  /** The row is the limit itself, the adjustment comes on top. */
  readonly base?: true;
  /** The row is limit and adjustment together: it says nothing new. */
  readonly total?: true;
}

export interface WrittenAdjustment {
  readonly key: string;
  readonly reason: string;
  readonly value: number | null;
  readonly unit: LimitUnit;
  readonly case: string | null;
}

export interface CatalogueData {
  readonly procedures: readonly WrittenProcedure[];
  readonly cases: WrittenCases;
  readonly lifeEvents: readonly LifeEvent[];
  readonly clockEffects: readonly ClockEffect[];
}

/** An occasion in life that citizens start from, with its procedures in order. */
export interface LifeEvent {
  readonly key: string;
  readonly icon: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly summary: { readonly vi: string; readonly en: string };
  readonly procedures: readonly string[];
}
