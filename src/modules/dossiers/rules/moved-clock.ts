import type { Instant } from '#kernel/instant.ts';
import type { BegunInterval, Spent } from './clock-interval.ts';
import type { EventOf } from './event.ts';
import { type ClockOf, clockRecomputed, endingAt, keptOfMoved } from './kept-clock.ts';
import type { DueProjection } from './projection.ts';

type Recomputed = Pick<EventOf<'due-date-recomputed'>, 'seq' | 'at' | 'body'>;

/** What the calendar has moved of a dossier, as its whole history with the event says it too. */
export interface MovedClock {
  readonly columns: Partial<DueProjection>;
  readonly interval: BegunInterval | null;
}

interface Around {
  /** How its time was spent until now. */
  readonly spent: Who;
  readonly stepIndex: number | null;
  /** Its clock was not kept beside the row yet. */
  readonly unkept?: boolean;
}

/** Pure: who holds it and where it lies stays. */
export function movedClock(
  before: ClockOf,
  { spent, stepIndex, unkept = false }: Around,
  event: Recomputed,
): MovedClock {
  const steps = endingAt(before.steps, event.body.ends ?? []);
  const after: ClockOf = { ...before, ...clockRecomputed(before, event.body), steps };
  const step = stepIndex === null ? null : steps[stepIndex];
  const { clock } = after;
  const national = nationalOf(after);
  const kept = keptOfMoved(before, after, unkept);
  return {
    columns: {
      ...{ due_at: clock.dueAt, committed_due_at: clock.committedAt },
      ...{ known_due_at: after.knownDueAt, due_certain: clock.certain },
      remaining_value: clock.remaining?.value ?? null,
      remaining_unit: clock.remaining?.unit ?? null,
      ...{ national_due_at: after.national.dueAt, supplements: national.supplements },
      ...{ step_due_at: step?.dueAt ?? null, updated_at: event.at, kept_dates: kept.dates },
      ...(kept.clock === undefined ? {} : { kept_clock: kept.clock }),
    },
    interval: isSameDate(before, after)
      ? null
      : { ...spent, dueAt: clock.dueAt, ...national, seq: event.seq, from: event.at },
  };
}

type Who = Pick<Spent, 'kind' | 'officeId' | 'accountId'>;

const nationalOf = ({ national: { said, dueAt }, supplements }: ClockOf) => ({
  nationalDueAt: said ? dueAt : null,
  supplements: said ? supplements : null,
});

function isSameDate(one: ClockOf, other: ClockOf): boolean {
  const dates = (of: ClockOf): (Instant | null)[] => [of.clock.dueAt, nationalOf(of).nationalDueAt];
  return dates(one).every((date, index) => date === dates(other)[index]);
}
