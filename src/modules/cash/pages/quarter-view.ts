import type { DeskFrame } from '#ui/frame.ts';
import type { QuarterState } from '../actions/quarter.ts';
import type { Quarter } from '../rules/quarter.ts';
import type { FormState } from './asking.ts';
import type { OfficeAsked } from './quarter-asked.ts';

export type QuarterDone = 'prepared' | 'confirmed' | 'treasury';

/** Everything the page of a quarter shows. */
export interface QuarterView extends OfficeAsked, FormState<QuarterDone> {
  readonly frame: DeskFrame;
  readonly officeName: string;
  readonly quarter: Quarter;
  readonly state: QuarterState;
  readonly mayPrepare: boolean;
  readonly mayReceive: boolean;
  readonly ownSettlement: boolean;
}
