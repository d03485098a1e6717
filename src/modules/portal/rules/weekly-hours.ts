import type { Weekday } from '#kernel/day-number.ts';
import type { Span } from '#kernel/working-time/office-hours.ts';
import type { DayKind } from '#kernel/working-time/work-calendar.ts';

/** Days of the week that follow each other and have the same opening hours; no spans: closed. */
export interface WeekRow {
  readonly from: Weekday;
  readonly to: Weekday;
  readonly spans: readonly Span[];
}

export interface OpeningDays {
  spansOn(day: number): readonly Span[];
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WEEKS_AHEAD = 9;

/**
 * Opening hours of an ordinary week, from today on: of each weekday the next one that is neither a holiday nor
 * swapped. `today` is a day number.
 */
export function weeklyHours(
  opening: OpeningDays,
  kindOf: (day: number) => DayKind,
  today: number,
  weekdayOf: (day: number) => Weekday,
): WeekRow[] {
  const rows: WeekRow[] = [];
  for (const weekday of weekdays) {
    const spans = opening.spansOn(ordinaryDay(weekday, kindOf, today, weekdayOf));
    const last = rows.at(-1);
    if (last && same(last.spans, spans)) rows[rows.length - 1] = { ...last, to: weekday };
    else rows.push({ from: weekday, to: weekday, spans });
  }
  return rows;
}

function ordinaryDay(
  weekday: Weekday,
  kindOf: (day: number) => DayKind,
  today: number,
  weekdayOf: (day: number) => Weekday,
): number {
  const first = today + ((weekday - weekdayOf(today) + 7) % 7);
  const candidates = Array.from({ length: WEEKS_AHEAD }, (_, week) => first + week * 7);
  return candidates.find((day) => kindOf(day) === 'working' || kindOf(day) === 'weekend') ?? first;
}

function same(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, i) => span.from === b[i]?.from && span.to === b[i]?.to);
}
