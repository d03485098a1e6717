import { type CivilDate, civilDate, dayNumber } from '../civil-date.ts';
import { weekdayOfDayNumber } from '../day-number.ts';
import {
  type DatedHours,
  DEFAULT_SPANS,
  type HoursPeriod,
  hoursPeriods,
  type OfficeHours,
} from './office-hours.ts';

export type SpecialDayKind = 'holiday' | 'swapped-off' | 'swapped-work';

/** A day that differs from its weekday (Bộ luật Lao động 2019, Điều 111 and 112; the yearly notices). */
export interface SpecialDay {
  readonly date: CivilDate;
  readonly kind: SpecialDayKind;
  /** False while estimated, or not compared with the notice of its year. */
  readonly checked: boolean;
}

/** What a day is by itself, without any dossier's pause. */
export type DayKind = 'working' | 'weekend' | SpecialDayKind;

const KINDS: readonly DayKind[] = ['working', 'weekend', 'holiday', 'swapped-off', 'swapped-work'];
const WORKING = 0;
const WEEKEND = 1;
const SWAPPED_WORK = 4;

export interface WorkCalendarData {
  readonly days: Iterable<SpecialDay>;
  /** First and last day for which the days off are known; a date beyond is computed, and said to be uncertain. */
  readonly knownFrom: CivilDate;
  readonly knownUntil: CivilDate;
  /** Dated hours; where they overlap the later in the list wins, the default spans fill what is left open. */
  readonly hours?: readonly DatedHours[];
}

/**
 * Counting days and office hours of one office. Immutable; made once and used for many due dates: the special
 * days lie in one array by day number, the unchecked days before each in another.
 */
export class WorkCalendar {
  readonly knownFrom: CivilDate;
  readonly knownUntil: CivilDate;
  readonly #first: number;
  readonly #kinds: Uint8Array;
  readonly #uncheckedBefore: Uint32Array;
  readonly #periods: readonly HoursPeriod[];
  readonly #knownFromDay: number;
  readonly #knownUntilDay: number;

  constructor(data: WorkCalendarData) {
    this.knownFrom = data.knownFrom;
    this.knownUntil = data.knownUntil;
    this.#knownFromDay = dayNumber(data.knownFrom);
    this.#knownUntilDay = dayNumber(data.knownUntil);
    const days = [...data.days].map((day) => ({ ...day, number: dayNumber(day.date) }));
    const numbers = [this.#knownFromDay, this.#knownUntilDay, ...days.map((day) => day.number)];
    this.#first = numbers.reduce((least, number) => Math.min(least, number));
    const length = numbers.reduce((most, number) => Math.max(most, number)) - this.#first + 1;
    this.#kinds = new Uint8Array(length);
    this.#uncheckedBefore = new Uint32Array(length + 1);
    for (let i = 0; i < length; i += 1) this.#kinds[i] = kindByWeekday(this.#first + i);
    const unchecked = new Set<number>();
    for (const day of days) {
      this.#kinds[day.number - this.#first] = KINDS.indexOf(day.kind);
      if (!day.checked) unchecked.add(day.number);
    }
    for (let i = 0; i < length; i += 1)
      this.#uncheckedBefore[i + 1] =
        (this.#uncheckedBefore[i] ?? 0) + (unchecked.has(this.#first + i) ? 1 : 0);
    this.#periods = hoursPeriods([
      { validFrom: null, validTo: null, spans: DEFAULT_SPANS },
      ...(data.hours ?? []),
    ]);
  }

  kindOf(day: number): DayKind {
    return KINDS[this.#kindIndex(day)] ?? 'working';
  }

  /** A day on which a limit in working days runs. */
  counts(day: number): boolean {
    const kind = this.#kindIndex(day);
    return kind === WORKING || kind === SWAPPED_WORK;
  }

  /** Office hours of a day, as if it counted. */
  hoursOn(day: number): OfficeHours {
    for (let i = this.#periods.length - 1; i >= 0; i -= 1) {
      const period = this.#periods[i];
      if (period && day >= period.fromDay && day <= period.toDay) return period.hours;
    }
    throw new RangeError('a calendar always has default hours');
  }

  /** False when a day of the span is not checked or lies outside the known years. Both days are included. */
  isCertain(fromDay: number, toDay: number): boolean {
    if (fromDay < this.#knownFromDay || toDay > this.#knownUntilDay) return false;
    const before = this.#uncheckedBefore[fromDay - this.#first] ?? 0;
    return before === (this.#uncheckedBefore[toDay - this.#first + 1] ?? 0);
  }

  #kindIndex(day: number): number {
    return this.#kinds[day - this.#first] ?? kindByWeekday(day);
  }
}

function kindByWeekday(day: number): number {
  return weekdayOfDayNumber(day) >= 6 ? WEEKEND : WORKING;
}

/** The calendar as `db/seeds/calendar.json` has it. */
export interface CalendarFile {
  readonly days: readonly { readonly date: string; readonly kind: string; readonly checked: boolean }[];
}

/**
 * Days of a calendar file with the years that are known: from the first day given to the end of the last year
 * of which a day was compared with its notice. Throws a RangeError on a wrong date or kind.
 */
export function calendarDaysOf(
  file: CalendarFile,
): Pick<WorkCalendarData, 'days' | 'knownFrom' | 'knownUntil'> {
  const days = file.days.map((day) => {
    if (day.kind !== 'holiday' && day.kind !== 'swapped-off' && day.kind !== 'swapped-work')
      throw new RangeError(`unknown kind of day: ${day.kind}`);
    return { date: civilDate(day.date), kind: day.kind, checked: day.checked } satisfies SpecialDay;
  });
  const years = days.map((day) => day.date.slice(0, 4)).sort();
  const checked = days
    .filter((day) => day.checked)
    .map((day) => day.date.slice(0, 4))
    .sort();
  return {
    days,
    knownFrom: civilDate(`${years[0] ?? '1970'}-01-01`),
    knownUntil: civilDate(`${checked.at(-1) ?? years[0] ?? '1970'}-12-31`),
  };
}
