import { dayNumber } from '../civil-date.ts';
import type { LimitUnit, Pause } from './limit.ts';
import { MINUTES_OF_DAY, minuteAtOrAfter } from './local-minute.ts';
import { endlessPauseFrom } from './pauses.ts';
import type { Walk, WalkEnd } from './walk.ts';

/** The pauses that took a day or an office minute from the walk; without the others it ends the same. */
export function pausesThatMoved(
  walk: Walk,
  end: WalkEnd,
  unit: LimitUnit,
  pauses: readonly Pause[],
): readonly Pause[] {
  if (pauses.length === 0) return pauses;
  // Pauses that touch one without end stop the clock together with it.
  const stopped = end.due === null ? endlessPauseFrom(walk.paused) : Number.NaN;
  const holds = unit === 'gio' ? tookMinutes(walk, end) : tookDays(walk);
  return pauses.filter((pause) => {
    const to = pause.to === null ? Number.POSITIVE_INFINITY : minuteAtOrAfter(pause.to);
    return to >= stopped || holds(minuteAtOrAfter(pause.from), to);
  });
}

type Holds = (from: number, to: number) => boolean;

/** It holds the closing time of a day that did not count because of it. */
function tookDays(walk: Walk): Holds {
  const closings = walk.derivation.days
    .filter((day) => day.why === 'paused')
    .map((day) => dayNumber(day.date))
    .map((day) => day * MINUTES_OF_DAY + walk.calendar.hoursOn(day).closing);
  return (from, to) => closings.some((closing) => closing >= from && closing < to);
}

/** It holds an office minute between the effective receipt and the end. */
function tookMinutes(walk: Walk, end: WalkEnd): Holds {
  const until = end.due ?? Number.POSITIVE_INFINITY;
  const counting = walk.derivation.days
    .map((day) => dayNumber(day.date))
    .filter((day) => walk.calendar.counts(day));
  return (from, to) =>
    counting.some((day) =>
      walk.calendar.hoursOn(day).spans.some((span) => {
        const first = Math.max(from, walk.start, day * MINUTES_OF_DAY + span.from);
        return first < Math.min(to, until, day * MINUTES_OF_DAY + span.to);
      }),
    );
}
