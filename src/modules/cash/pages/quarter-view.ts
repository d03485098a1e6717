import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { QuarterState } from '../actions/quarter.ts';
import type { Quarter } from '../rules/quarter.ts';
import type { OfficeAsked } from './quarter-asked.ts';

/** Everything the page of a quarter shows. */
export interface QuarterView extends OfficeAsked {
  readonly frame: DeskFrame;
  readonly officeName: string;
  readonly quarter: Quarter;
  readonly state: QuarterState;
  readonly mayPrepare: boolean;
  readonly mayReceive: boolean;
  readonly ownSettlement: boolean;
  readonly key: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
  readonly done: 'prepared' | 'confirmed' | 'treasury' | null;
}
