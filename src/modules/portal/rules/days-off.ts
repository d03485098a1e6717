import { type CivilDate, daysBetween, weekday } from '#kernel/civil-date.ts';

export interface DayOff {
  readonly date: CivilDate;
  readonly name: string;
  /** False: not yet compared with the notice of its year. */
  readonly checked: boolean;
}

/** Days off that follow each other, also across a weekend. */
export interface TimeOff {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly names: readonly string[];
  readonly checked: boolean;
}

/** Joins days off that touch, those that begin until `until`. Days come in order. */
export function timesOff(days: readonly DayOff[], until: CivilDate): TimeOff[] {
  const times: TimeOff[] = [];
  for (const { date, name, checked } of days) {
    const last = times.at(-1);
    if (last && touches(last.to, date)) {
      const names = last.names.includes(name) ? last.names : [...last.names, name];
      times[times.length - 1] = { ...last, to: date, names, checked: last.checked && checked };
    } else if (date <= until) times.push({ from: date, to: date, names: [name], checked });
  }
  return times;
}

const MONDAY = 1;

function touches(before: CivilDate, date: CivilDate): boolean {
  const days = daysBetween(before, date);
  return days === 1 || (weekday(date) === MONDAY && days <= 3 && weekday(before) >= 5);
}
