import { type CivilDate, dayNumber } from '../civil-date.ts';
import { type Weekday, weekdayOfDayNumber } from '../day-number.ts';
import type { Instant } from '../instant.ts';
import { instantOfMinute, MINUTES_OF_DAY, minuteOfInstant } from './local-minute.ts';
import { officeHours, type Span, type WrittenSpan } from './office-hours.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * Opening hours are a second calendar: a counter open on Saturday morning receives papers on a day that does
 * not count for any limit.
 */
export interface DatedOpeningHours {
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
  /** Spans by weekday; a weekday left out is closed. */
  readonly weekly: Readonly<Partial<Record<Weekday, readonly WrittenSpan[]>>>;
}

export type OpenState =
  | { readonly open: true; readonly until: Instant }
  | { readonly open: false; readonly opensAt: Instant | null };

interface Week {
  readonly fromDay: number;
  readonly toDay: number;
  readonly spans: ReadonlyMap<Weekday, readonly Span[]>;
}

/** When a counter is open. Without own opening hours it is open in the office hours of counting days. */
export class OpeningCalendar {
  readonly #calendar: WorkCalendar;
  readonly #weeks: readonly Week[];

  constructor(calendar: WorkCalendar, dated: readonly DatedOpeningHours[] = []) {
    this.#calendar = calendar;
    this.#weeks = dated.map(readWeek).sort((a, b) => b.fromDay - a.fromDay);
  }

  /** Closed on holidays and days swapped off; a day swapped in without opening hours has the office's. */
  spansOn(day: number): readonly Span[] {
    const kind = this.#calendar.kindOf(day);
    if (kind === 'holiday' || kind === 'swapped-off') return [];
    const week = this.#weeks.find((candidate) => day >= candidate.fromDay && day <= candidate.toDay);
    const own = week?.spans.get(weekdayOfDayNumber(day));
    if (own) return own;
    if (week && kind !== 'swapped-work') return [];
    return this.#calendar.counts(day) ? this.#calendar.hoursOn(day).spans : [];
  }

  /** Open until when, or when it opens next (null: not within a year). Seconds are cut off. */
  stateAt(now: Instant): OpenState {
    const minute = minuteOfInstant(now);
    const today = Math.floor(minute / MINUTES_OF_DAY);
    for (let day = today; day <= today + 366; day += 1) {
      for (const span of this.spansOn(day)) {
        const [from, to] = [day * MINUTES_OF_DAY + span.from, day * MINUTES_OF_DAY + span.to];
        if (minute >= from && minute < to) return { open: true, until: instantOfMinute(to) };
        if (from > minute) return { open: false, opensAt: instantOfMinute(from) };
      }
    }
    return { open: false, opensAt: null };
  }
}

function readWeek(dated: DatedOpeningHours): Week {
  const spans = new Map<Weekday, readonly Span[]>();
  for (const [weekday, written] of Object.entries(dated.weekly))
    if (written.length > 0) spans.set(Number(weekday) as Weekday, officeHours(written).spans);
  return {
    fromDay: dated.validFrom === null ? Number.NEGATIVE_INFINITY : dayNumber(dated.validFrom),
    toDay: dated.validTo === null ? Number.POSITIVE_INFINITY : dayNumber(dated.validTo),
    spans,
  };
}
