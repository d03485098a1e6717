import type { Pause } from './limit.ts';
import { type LocalMinute, minuteAtOrAfter } from './local-minute.ts';

/** Pauses in minutes, in order, apart from each other. */
export interface PausedTime {
  readonly from: LocalMinute;
  /** Infinity while the pause has no end. */
  readonly to: LocalMinute;
}

/** Joins pauses that overlap or touch: two touching pauses are one. Empty and turned-round pauses vanish. */
export function pausedTimes(pauses: readonly Pause[]): readonly PausedTime[] {
  if (pauses.length === 0) return [];
  const sorted = pauses
    .map((pause) => ({
      from: minuteAtOrAfter(pause.from),
      to: pause.to === null ? Number.POSITIVE_INFINITY : minuteAtOrAfter(pause.to),
    }))
    .filter((pause) => pause.to > pause.from)
    .sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const pause of sorted) {
    const last = joined.at(-1);
    if (last && pause.from <= last.to) last.to = Math.max(last.to, pause.to);
    else joined.push(pause);
  }
  return joined;
}

export function isPausedAt(paused: readonly PausedTime[], minute: LocalMinute): boolean {
  for (const pause of paused) if (minute >= pause.from && minute < pause.to) return true;
  return false;
}

/** The minute from which the clock stands still for ever, or Infinity. */
export function endlessPauseFrom(paused: readonly PausedTime[]): LocalMinute {
  const last = paused.at(-1);
  return last && last.to === Number.POSITIVE_INFINITY ? last.from : Number.POSITIVE_INFINITY;
}
