import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { TimeLeftView } from '#ui/components/time-left.tsx';
import type { ExpectedLate, ExpectedSum } from '../rules/expected-late.ts';
import type { GroupedWork, WorkSum } from '../rules/open-work.ts';
import type { LateLine } from '../store/open-work.ts';
import type { CountedWeek } from '../store/weeks.ts';

/** What a leader reads in the morning. Dates and moments are legal time. */
export interface MorningView {
  readonly now: Instant;
  /** The next working day. */
  readonly next: CivilDate;
  /** The agencies and offices whose work is counted here. */
  readonly placeNames: readonly string[];
  readonly whole: WorkSum;
  /** The longest overdue. */
  readonly late: readonly (LateLine & { readonly left: TimeLeftView })[];
  /** What will be late of what falls due until the end of a day, where most is expected first. */
  readonly expected: {
    readonly until: CivilDate;
    readonly sum: ExpectedSum;
    readonly byOffice: readonly ExpectedLate[];
  };
  /** Most first. */
  readonly byOffice: readonly GroupedWork[];
  readonly byStep: readonly GroupedWork[];
  readonly byPerson: readonly (GroupedWork & { readonly person: string | null })[];
  readonly officeName: (id: string) => string;
  /** How much an office had in hand a week ago; undefined: it was not noted. */
  readonly heldBefore: (officeId: string) => number | undefined;
  /** The agencies below, together. Null: there are none. */
  readonly below: { readonly agencies: number; readonly sum: WorkSum } | null;
  /** Mondays of whole weeks. */
  readonly weeks: readonly CivilDate[];
  /** Null: whom figures of the agency do not concern; empty: still being counted. */
  readonly trend: readonly CountedWeek[] | null;
}
