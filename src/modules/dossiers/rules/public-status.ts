import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { saidDate } from './change.ts';
import { type ClockState, type State, stillClocks } from './dossier.ts';
import { appointedInForce } from './said-dates.ts';

/** What anybody may know who has the number: done or not, and when (TT 01/2018/TT-VPCP Điều 16). */
export type PublicStatus =
  /** `returned`: somebody has it in hand already. */
  | { readonly kind: 'done'; readonly on: CivilDate; readonly returned: boolean }
  /** Withdrawn, stopped or not accepted; why is nobody's business. */
  | { readonly kind: 'ended'; readonly on: CivilDate }
  /** Until when it is promised now; `dueAt` is null while the clock is stopped, and where there is no limit. */
  | { readonly kind: 'not-done'; readonly dueAt: Instant | null; readonly stopped: boolean };

export interface StatusFacts {
  readonly state: State;
  readonly clock: ClockState;
  /** By the law. */
  readonly dueAt: Instant | null;
  /** As the agency promises. */
  readonly committedAt: Instant | null;
  /** The new date promised with an apology. */
  readonly appointedAt: Instant | null;
  readonly endedAt: Instant | null;
}

const withoutResult: readonly State[] = ['withdrawn', 'stopped', 'not-accepted'];

/** Vietnamese dates. A refusal is a result like any other: what it says is on paper only. */
export function publicStatus(facts: StatusFacts): PublicStatus {
  const { state, clock, endedAt } = facts;
  if (endedAt !== null) {
    const on = dateOf(endedAt);
    return withoutResult.includes(state)
      ? { kind: 'ended', on }
      : { kind: 'done', on, returned: state === 'returned' };
  }
  const stopped = stillClocks.includes(clock);
  return {
    kind: 'not-done',
    dueAt: stopped ? null : (appointedInForce(facts) ?? saidDate(facts)),
    stopped,
  };
}
