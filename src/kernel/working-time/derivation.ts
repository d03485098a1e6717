import { type CivilDate, civilDateOfDayNumber } from '../civil-date.ts';
import type { DayKind } from './work-calendar.ts';

/** Why a day of the walk counted or did not. */
export const dayReasons = [
  'day-0',
  'counted',
  'weekend',
  'holiday',
  'swapped-off',
  'swapped-work',
  'paused',
  'after-cutoff',
  'rolled',
] as const;
export type DayReason = (typeof dayReasons)[number];

/** One day of the walk; a limit in hours adds the office minutes it consumed. */
export interface DerivedDay {
  readonly date: CivilDate;
  readonly counts: boolean;
  readonly why: DayReason;
  readonly minutes?: number;
}

const shared = new Map<DayReason, DerivedDay[]>();

/** Entries never change, so each day's are made once and shared by all derivations. */
function entryOf(day: number, why: DayReason): DerivedDay {
  const counts = why === 'counted' || why === 'swapped-work';
  if (day < 0 || day > 66_600) return { date: civilDateOfDayNumber(day), counts, why };
  let entries = shared.get(why);
  if (!entries) {
    entries = [];
    shared.set(why, entries);
  }
  const kept = entries[day];
  if (kept) return kept;
  const entry = Object.freeze({ date: civilDateOfDayNumber(day), counts, why });
  entries[day] = entry;
  return entry;
}

/** The walk as it grows. */
export class Derivation {
  readonly days: DerivedDay[] = [];
  readonly reasons = new Set<DayReason>();

  /** A whole day; `counted` and `swapped-work` count, all others do not. */
  add(day: number, why: DayReason): void {
    this.days.push(entryOf(day, why));
    this.reasons.add(why);
  }

  /** A day of a limit in hours; it counts when it consumed minutes. */
  addMinutes(day: number, why: DayReason, minutes: number): void {
    this.days.push({ date: civilDateOfDayNumber(day), counts: minutes > 0, why, minutes });
    this.reasons.add(why);
  }
}

/** The reason of a day by its kind alone. */
export function reasonOfKind(kind: DayKind): DayReason {
  return kind === 'working' ? 'counted' : kind;
}
