import { addDays, addMonthsClamped, type CivilDate, civilDate } from '#kernel/civil-date.ts';

export const cycleKinds = ['month', 'quarter', 'half', 'year'] as const;
export type CycleKind = (typeof cycleKinds)[number];

/** A period for which reports are due: the nth of its kind in a year, from 1. */
export interface ReportCycle {
  readonly kind: CycleKind;
  readonly year: number;
  readonly nth: number;
}

const months: Readonly<Record<CycleKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/**
 * Its first and last day: from the 15th to the 14th of its last month (NĐ 09/2019/NĐ-CP Điều 12: a month from the 15th of the
 * one before, the first half and the year from 15 December of the year before).
 */
export function daysOfCycle({ kind, year, nth }: ReportCycle): {
  readonly from: CivilDate;
  readonly to: CivilDate;
} {
  const endMonth = String(nth * months[kind]).padStart(2, '0');
  const to = civilDate(`${year}-${endMonth}-14`);
  return { from: addDays(addMonthsClamped(to, -months[kind]), 1), to };
}

/** The calendar months that a cycle is called after: of the second quarter April, May and June. */
export function monthsOfCycle({ kind, year, nth }: ReportCycle): {
  readonly from: CivilDate;
  readonly to: CivilDate;
} {
  const last = civilDate(`${year}-${String(nth * months[kind]).padStart(2, '0')}-01`);
  return { from: addMonthsClamped(last, 1 - months[kind]), to: addDays(addMonthsClamped(last, 1), -1) };
}

/** As an address says it: `2022-quarter-2`. */
export function cycleKey({ kind, year, nth }: ReportCycle): string {
  return `${year}-${kind}-${nth}`;
}

/** Null for what is no cycle. */
export function readCycle(typed: string | undefined): ReportCycle | null {
  const [, year, word, nth] = /^(2[0-9]{3})-([a-z]+)-([0-9]{1,2})$/.exec(typed ?? '') ?? [];
  const kind = cycleKinds.find((one) => one === word);
  const cycle = kind && { kind, year: Number(year), nth: Number(nth) };
  return cycle && cycle.nth >= 1 && cycle.nth * months[cycle.kind] <= 12 ? cycle : null;
}

/** The cycle of a kind that a day belongs to. */
export function cycleOf(kind: CycleKind, day: CivilDate): ReportCycle {
  const end = addMonthsClamped(civilDate(`${day.slice(0, 7)}-01`), day.slice(8) > '14' ? 1 : 0);
  return { kind, year: Number(end.slice(0, 4)), nth: Math.ceil(Number(end.slice(5, 7)) / months[kind]) };
}

/** Those of a kind that have begun, the latest first. */
export function latestCycles(kind: CycleKind, today: CivilDate, count: number): ReportCycle[] {
  const cycles: ReportCycle[] = [];
  let day = today;
  while (cycles.length < count) {
    const cycle = cycleOf(kind, day);
    cycles.push(cycle);
    day = addDays(daysOfCycle(cycle).from, -1);
  }
  return cycles;
}
