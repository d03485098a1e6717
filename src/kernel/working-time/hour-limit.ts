import { type DayReason, type Derivation, reasonOfKind } from './derivation.ts';
import { MINUTES_OF_DAY } from './local-minute.ts';
import { endlessPauseFrom } from './pauses.ts';
import { dueAt, refuseEndlessWalk, remains, type Walk, type WalkEnd } from './walk.ts';

/** Without a derivation nobody asks which days it walked. */
interface HourWalk extends Omit<Walk, 'derivation'> {
  readonly derivation: Derivation | null;
}

/** `gio`: the moment at which the last office minute is consumed, paused minutes skipped (it may be 11:30). */
export function walkOfficeMinutes(walk: HourWalk, minutes: number): WalkEnd {
  const { derivation } = walk;
  const day0 = Math.floor(walk.start / MINUTES_OF_DAY);
  const stopped = endlessPauseFrom(walk.paused);
  let left = minutes;
  if (left === 0) {
    derivation?.addMinutes(day0, 'day-0', 0);
    return dueAt(walk.start);
  }
  for (let day = day0; ; day += 1) {
    refuseEndlessWalk(day0, day);
    const used = consume(walk, day, left);
    derivation?.addMinutes(day, reasonOf(walk, day, used.minutes), used.minutes);
    left -= used.minutes;
    if (left === 0) return dueAt(used.last);
    const closing = day * MINUTES_OF_DAY + walk.calendar.hoursOn(day).closing;
    if (walk.calendar.counts(day) && closing > stopped) return remains(left, 'phut');
  }
}

function reasonOf({ calendar, start }: HourWalk, day: number, used: number): DayReason {
  if (!calendar.counts(day)) return reasonOfKind(calendar.kindOf(day));
  if (used === 0) return 'paused';
  return day === Math.floor(start / MINUTES_OF_DAY) ? 'day-0' : reasonOfKind(calendar.kindOf(day));
}

/** Office minutes of one day from the start of the walk on, at most `wanted`, and the end of the last of them. */
function consume(walk: HourWalk, day: number, wanted: number): { minutes: number; last: number } {
  let minutes = 0;
  let last = 0;
  if (!walk.calendar.counts(day)) return { minutes, last };
  const midnight = day * MINUTES_OF_DAY;
  for (const span of walk.calendar.hoursOn(day).spans) {
    let at = Math.max(midnight + span.from, walk.start);
    const end = midnight + span.to;
    while (at < end && minutes < wanted) {
      const pause = walk.paused.find((candidate) => candidate.to > at);
      if (pause && pause.from <= at) {
        at = pause.to;
        continue;
      }
      const until = Math.min(end, pause?.from ?? end, at + wanted - minutes);
      minutes += until - at;
      last = until;
      at = until;
    }
  }
  return { minutes, last };
}
