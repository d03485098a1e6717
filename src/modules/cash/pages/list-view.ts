import type { CivilDate } from '#kernel/civil-date.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { CashList } from '../store/lists.ts';
import type { MovementOfList } from '../store/movements.ts';

/** Everything the page of a clerk's day shows. */
export interface ListView {
  readonly frame: DeskFrame;
  readonly list: CashList;
  readonly today: CivilDate;
  readonly movements: readonly MovementOfList[];
  readonly notes: ReadonlyMap<string, string>;
  readonly mayClose: boolean;
  readonly mayConfirm: boolean;
  readonly key: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
  readonly done: 'closed' | 'confirmed' | null;
}
