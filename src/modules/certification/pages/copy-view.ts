import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { ReadCopy } from '../actions/read-copies.ts';

export interface CopyView {
  readonly frame: DeskFrame;
  readonly read: ReadCopy;
  readonly key: string;
  /** Slug of the press before. */
  readonly done: string;
  readonly way: string;
  readonly errors: readonly FormError[];
}
