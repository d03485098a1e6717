import type { Instant } from '../instant.ts';

/** Units of a limit as the national catalogue writes them. */
export const limitUnits = ['ngay_lam_viec', 'ngay', 'thang', 'gio', 'trong_ngay'] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** A limit of a procedure; `value: null` is "no limit". `trong_ngay` (same day) ignores the value. */
export interface Limit {
  readonly value: number | null;
  readonly unit: LimitUnit;
}

/** An interval `[from, to)` whose effect is *suspend*; without `to` it lasts until it gets one. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
  /** The law by which it stands still, where it is recorded. */
  readonly basis?: string;
}

/** What is left of a limit while a pause has no end; `phut` is office minutes. */
export interface Remaining {
  readonly value: number;
  readonly unit: 'ngay_lam_viec' | 'ngay' | 'phut' | 'trong_ngay';
}
