import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { OpenCopies } from '../actions/read-copies.ts';
import type { ListedCopy } from '../store/electronic-copies.ts';

export interface ElectronicView {
  readonly frame: DeskFrame;
  readonly copies: OpenCopies;
  readonly boxOf: (copy: ListedCopy) => string;
  /** `<number>~<document>` of those that were ticked. */
  readonly ticked: ReadonlySet<string>;
  readonly demoCode: string | null;
  /** How many were signed by the press before. */
  readonly signed: number;
  readonly errors: readonly FormError[];
}
