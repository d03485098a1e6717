import { type CivilDate, dayNumber } from '../civil-date.ts';
import { minutesOfTime } from './local-minute.ts';

/** A span of office hours as people write it: `['07:00', '11:30']`; it includes its start, not its end. */
export type WrittenSpan = readonly [from: string, to: string];

/** A span in minutes of the day, `[from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Office hours of a day: spans in order, apart from each other. */
export interface OfficeHours {
  readonly spans: readonly Span[];
  /** Minutes from the first span's start to its end, summed over the spans: 480 in the default. */
  readonly minutes: number;
  /** End of the last span, in minutes of the day; holds also on days that do not count. */
  readonly closing: number;
}

/** Hours an office has from one day to another, both included; null is open. */
export interface DatedHours {
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
  readonly spans: readonly WrittenSpan[];
}

/** 07:00–11:30 and 13:30–17:00: the hours of an office that has set none of its own. */
export const DEFAULT_SPANS: readonly WrittenSpan[] = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
];

/** Same-day procedures received at or after this time are due on the next working day (NĐ 23/2015, Điều 7). */
export const DEFAULT_CUTOFF = '15:00';

/** Throws a RangeError when there is no span, a span is empty or turned round, or spans touch out of order. */
export function officeHours(written: readonly WrittenSpan[]): OfficeHours {
  const spans = written.map(([from, to]) => ({ from: minutesOfTime(from), to: minutesOfTime(to) }));
  let end = -1;
  let minutes = 0;
  for (const span of spans) {
    if (span.to <= span.from || span.from < end) throw new RangeError('office hours out of order');
    end = span.to;
    minutes += span.to - span.from;
  }
  if (minutes === 0) throw new RangeError('office hours without a span');
  return { spans, minutes, closing: end };
}

export interface HoursPeriod {
  readonly fromDay: number;
  readonly toDay: number;
  readonly hours: OfficeHours;
}

/** Where periods overlap the later in the list wins: defaults first, an office's own behind them. */
export function hoursPeriods(dated: readonly DatedHours[]): readonly HoursPeriod[] {
  return dated.map((period) => ({
    fromDay: period.validFrom === null ? Number.NEGATIVE_INFINITY : dayNumber(period.validFrom),
    toDay: period.validTo === null ? Number.POSITIVE_INFINITY : dayNumber(period.validTo),
    hours: officeHours(period.spans),
  }));
}
