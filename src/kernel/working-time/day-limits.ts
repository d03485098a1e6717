import { addMonthsToDayNumber } from '../civil-date.ts';
import { reasonOfKind } from './derivation.ts';
import { MINUTES_OF_DAY } from './local-minute.ts';
import { endlessPauseFrom, isPausedAt } from './pauses.ts';
import { dueAt, refuseEndlessWalk, remains, type Walk, type WalkEnd } from './walk.ts';

const dayOf = (minute: number) => Math.floor(minute / MINUTES_OF_DAY);

/** Closing time of a day, also of one that does not count. */
function closingOf(walk: Walk, day: number): number {
  return day * MINUTES_OF_DAY + walk.calendar.hoursOn(day).closing;
}

/** `ngay_lam_viec`: the N-th counting day after day 0 on which the clock is not paused at closing time. */
export function walkWorkingDays(walk: Walk, days: number): WalkEnd {
  const { calendar, derivation } = walk;
  const day0 = dayOf(walk.start);
  const stopped = endlessPauseFrom(walk.paused);
  derivation.add(day0, 'day-0');
  let left = days;
  let day = day0;
  while (left > 0) {
    day += 1;
    refuseEndlessWalk(day0, day);
    const closing = closingOf(walk, day);
    if (!calendar.counts(day)) derivation.add(day, reasonOfKind(calendar.kindOf(day)));
    else if (isPausedAt(walk.paused, closing)) {
      derivation.add(day, 'paused');
      if (closing >= stopped) return remains(left, 'ngay_lam_viec');
    } else {
      derivation.add(day, reasonOfKind(calendar.kindOf(day)));
      left -= 1;
    }
  }
  return dueAt(closingOf(walk, day));
}

/** `ngay`: the N-th calendar day not paused at closing time, rolled to a counting day; the roll ignores pauses. */
export function walkCalendarDays(walk: Walk, days: number): WalkEnd {
  const { derivation } = walk;
  const day0 = dayOf(walk.start);
  const stopped = endlessPauseFrom(walk.paused);
  derivation.add(day0, 'day-0');
  let left = days;
  let day = day0;
  while (left > 0) {
    day += 1;
    refuseEndlessWalk(day0, day);
    const closing = closingOf(walk, day);
    if (isPausedAt(walk.paused, closing)) {
      derivation.add(day, 'paused');
      if (closing >= stopped) return remains(left, 'ngay');
    } else {
      derivation.add(day, 'counted');
      left -= 1;
    }
  }
  return dueAt(closingOf(walk, roll(walk, day)));
}

function roll(walk: Walk, end: number): number {
  const { calendar, derivation } = walk;
  if (calendar.counts(end)) return end;
  let day = end + 1;
  for (; !calendar.counts(day); day += 1) {
    refuseEndlessWalk(end, day);
    derivation.add(day, reasonOfKind(calendar.kindOf(day)));
  }
  derivation.add(day, 'rolled');
  return day;
}

/** `thang`: as many calendar days as lie between day 0 and the same day N months later. */
export function walkMonths(walk: Walk, months: number): WalkEnd {
  const day0 = dayOf(walk.start);
  return walkCalendarDays(walk, addMonthsToDayNumber(day0, months) - day0);
}

/** `trong_ngay`: day 0, or the next counting day at or after the cut-off or while paused at closing time. */
export function walkSameDay(walk: Walk, cutoff: number): WalkEnd {
  const { calendar, derivation } = walk;
  const day0 = dayOf(walk.start);
  const stopped = endlessPauseFrom(walk.paused);
  const late = walk.start - day0 * MINUTES_OF_DAY >= cutoff;
  for (let day = day0; ; day += 1) {
    refuseEndlessWalk(day0, day);
    const closing = closingOf(walk, day);
    if (!calendar.counts(day)) derivation.add(day, reasonOfKind(calendar.kindOf(day)));
    else if (day === day0 && late) derivation.add(day, 'after-cutoff');
    else if (isPausedAt(walk.paused, closing)) {
      derivation.add(day, 'paused');
      if (closing >= stopped) return remains(1, 'trong_ngay');
    } else {
      derivation.add(day, day === day0 ? 'day-0' : reasonOfKind(calendar.kindOf(day)));
      return dueAt(closing);
    }
  }
}
