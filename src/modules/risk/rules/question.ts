import type { CivilDate } from '#kernel/civil-date.ts';
import type { Where } from './past-times.ts';

/** A dossier as it lies there: in running office minutes. */
export interface Question extends Where {
  /** Since the clock started. */
  readonly used: number;
  /** Since the entry into the step. */
  readonly stay: number;
  /** Until the due moment; below 0: late. */
  readonly left: number;
  /** From the start of the clock to its due moment. */
  readonly limit: number;
  /** The office has said already that it will be late. */
  readonly reappointed: boolean;
  /** The day of the due moment. */
  readonly due: CivilDate;
  /** Open dossiers of the office now. */
  readonly load: number;
  /** In whose hands; null: nobody's. Only how much they have in hand is looked at, never how they work. */
  readonly holder: string | null;
  /** Open dossiers in these hands now. */
  readonly holderLoad: number;
}
