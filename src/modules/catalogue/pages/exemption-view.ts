import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { FeeExemption } from '../rules/exemption.ts';

export interface ExemptionView {
  readonly frame: DeskFrame;
  /** As in the address. */
  readonly group: string;
  /** Every word about the group, the latest first; none of a new one. */
  readonly history: readonly FeeExemption[];
  readonly typed: Readonly<Record<string, string>>;
  readonly key: string;
  readonly errors: readonly FormError[];
  readonly mayCheck: boolean;
  readonly done: 'set' | 'checked' | null;
}
