import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import type { Limit, LimitUnit } from '#kernel/working-time/limit.ts';
import type { FeeSteps } from './fee-rule.ts';

export type Level = 'xa' | 'huyen' | 'tinh';
export type Regime = '2018' | '2025';
export type Channel = 'direct' | 'post' | 'online';

/** Alternatives of a procedure that change its limit or its papers; the key never changes. */
export interface ProcedureCase {
  readonly key: string;
  readonly name: string;
}

/** A limit of one case; `caseKey: null` holds for every case that has no limit of its own. */
export interface ProcedureLimit {
  /** null: the law gives no number here; `note` says what it says instead. */
  readonly value: number | null;
  readonly unit: LimitUnit | null;
  /** Only of `trong_ngay`: received at or after this time means the next working day. */
  readonly cutoff: string | null;
  readonly caseKey: string | null;
  readonly note: string | null;
}

/** Time that may be added, typed at intake with this reason; `value: null`: the law names no most. */
export interface LimitAdjustment {
  readonly key: string;
  readonly reason: string;
  readonly value: number | null;
  readonly unit: LimitUnit;
  /** null: in every case. */
  readonly caseKey: string | null;
}

/** `amount: null`: decided by the provincial People's Council: set once as a local fee, else typed at intake (VND). */
export interface Fee {
  readonly amount: number | null;
  readonly per: string;
  /** null: in every channel. */
  readonly channel: Channel | null;
  readonly note: string | null;
  /** The amount falls or ends with the quantity; `amount` is then the first step's. */
  readonly steps?: FeeSteps;
}

export interface RequiredPaper {
  readonly key: string;
  readonly name: string;
  readonly kind: 'submit' | 'show' | 'e-form';
  readonly originals: number;
  readonly copies: number;
  readonly required: boolean;
  /** When it is needed or waived, in words. */
  readonly condition: string | null;
  /** null: in every case. */
  readonly caseKey: string | null;
}

export interface ProcedureResult {
  readonly name: string;
  /** National code of the result paper, e.g. KQ.G15.000031. */
  readonly code: string | null;
}

export type Confidence =
  | 'sourced'
  | 'partly'
  | 'sourced_detail'
  | 'code_checked_detail_unverified'
  | 'from_law_code_unverified'
  | 'unverified';

/** One dated version of a procedure; a dossier keeps the version it was received under. */
export interface Procedure {
  readonly versionId: string;
  readonly code: string;
  readonly name: string;
  readonly officialName: string;
  readonly field: string;
  /** Levels that receive it, by regime; empty: not offered in that regime. */
  readonly levels: Readonly<Record<Regime, readonly Level[]>>;
  readonly authority: Readonly<Record<Regime, string | null>>;
  readonly channels: readonly Channel[];
  readonly cases: readonly ProcedureCase[];
  readonly limits: readonly ProcedureLimit[];
  readonly adjustments: readonly LimitAdjustment[];
  readonly fees: readonly Fee[];
  readonly papers: readonly RequiredPaper[];
  readonly results: readonly ProcedureResult[];
  /** Time that does not count, in the words of the law. */
  readonly exclusions: string | null;
  readonly basis: readonly string[];
  readonly decision: string | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly note: string | null;
  /** For staff only: never shown to citizens (`publicProcedure`). */
  readonly confidence: Confidence;
  /** Paths of statements nobody has checked, in the words of db/seeds/procedures.json. */
  readonly unverified: readonly string[];
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
}

/** First day of two-level government (Luật 72/2025/QH15). */
export const TWO_LEVELS_FROM: CivilDate = civilDate('2025-07-01');

export function regimeOn(on: CivilDate): Regime {
  return on < TWO_LEVELS_FROM ? '2018' : '2025';
}

export function levelsOn(procedure: Pick<Procedure, 'levels'>, on: CivilDate): readonly Level[] {
  return procedure.levels[regimeOn(on)];
}

/** The limit as the clock wants it; null where there is no number or no unit. */
export function clockLimit(limit: ProcedureLimit): Limit | null {
  return limit.value === null || limit.unit === null ? null : { value: limit.value, unit: limit.unit };
}
