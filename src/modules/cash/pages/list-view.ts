import type { CivilDate } from '#kernel/civil-date.ts';
import type { DeskFrame } from '#ui/frame.ts';
import type { CashList } from '../store/lists.ts';
import type { MovementOfList } from '../store/movements.ts';
import type { FormState } from './asking.ts';

export type ListDone = 'closed' | 'confirmed';

/** Everything the page of a clerk's day shows. */
export interface ListView extends FormState<ListDone> {
  readonly frame: DeskFrame;
  readonly list: CashList;
  readonly today: CivilDate;
  readonly movements: readonly MovementOfList[];
  readonly notes: ReadonlyMap<string, string>;
  /** Works with the money of this one-stop today; who does not opens neither its dossiers nor its slips. */
  readonly worksHere: boolean;
  readonly mayClose: boolean;
  readonly mayConfirm: boolean;
}
