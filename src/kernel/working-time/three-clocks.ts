import type { Instant } from '../instant.ts';
import { type DueDate, dueDate } from './due-date.ts';
import type { Limit, LimitUnit, Pause } from './limit.ts';
import { classOfEnded, classOfOpen, type EndedClass, type OpenClass } from './timeliness.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A supplement asked after acceptance; `completed` is when the last missing paper arrived. */
export interface SupplementWait {
  readonly asked: Instant;
  readonly completed: Instant | null;
}

export interface ClockFacts {
  readonly received: Instant;
  readonly limit: Limit | null;
  /** The shorter limit the office promises, where it does. */
  readonly promised?: Limit | null;
  readonly cutoff?: string | null;
  readonly supplements?: readonly SupplementWait[];
  /** What a completed supplement does to the legal clock; `restart` by NĐ 61/2018 Điều 19 khoản 4. */
  readonly supplementEffect?: 'restart' | 'suspend';
  /** Waits other than for supplements whose effect is suspend. */
  readonly pauses?: readonly Pause[];
}

export interface ThreeClocks {
  /** Compared with the moment the result is ready. A re-appointment never changes it. */
  readonly legal: DueDate;
  /** QĐ 766/QĐ-TTg: from the first receipt, without restart, each supplement wait a pause. */
  readonly national: DueDate;
  /** Legal with the promised limit; null where none is promised. */
  readonly committed: DueDate | null;
}

/** The three clocks of a dossier side by side (deadlines.md). */
export function threeClocks(calendar: WorkCalendar, facts: ClockFacts): ThreeClocks {
  const { received, limit, promised = null, cutoff = null, pauses = [], supplements = [] } = facts;
  const waits = supplements.map((wait) => ({ from: wait.asked, to: wait.completed }));
  const everyWait = [...pauses, ...waits];
  const restart = facts.supplementEffect === 'suspend' ? null : lastCompleted(supplements);
  const legal = { received, cutoff, restart, pauses: everyWait };
  return {
    legal: dueDate(calendar, { ...legal, limit }),
    national: dueDate(calendar, { received, cutoff, limit, pauses: everyWait }),
    committed: promised === null ? null : dueDate(calendar, { ...legal, limit: promised }),
  };
}

function lastCompleted(supplements: readonly SupplementWait[]): Instant | null {
  let last: Instant | null = null;
  for (const { completed } of supplements)
    if (completed !== null && (last === null || completed > last)) last = completed;
  return last;
}

export interface Endings {
  readonly decided: Instant | null;
  readonly returned: Instant | null;
  readonly stoppedOrRefused: Instant | null;
}

/** The end of the QĐ 766 clock: result ready, else returned, else stopped or refused. */
export function nationalEnd({ decided, returned, stoppedOrRefused }: Endings): Instant | null {
  return decided ?? returned ?? stoppedOrRefused;
}

export interface NationalClassQuestion {
  readonly due: Instant | null;
  /** Unit of its limit; null: it has none. */
  readonly unit: LimitUnit | null;
  /** Supplement requests made. The second makes the dossier late (QĐ 766/QĐ-TTg), whatever came of it. */
  readonly supplements: number;
  readonly ended: Instant | null;
  /** End of the period looked at, for a dossier that has not ended. */
  readonly at: Instant;
  /** It waits for a supplement or a payment now. */
  readonly waiting?: boolean;
  readonly withdrawn?: boolean;
}

/** Class of a dossier by the QĐ 766 clock. */
export function nationalClass(question: NationalClassQuestion): EndedClass | OpenClass {
  const { due, unit, supplements, ended, at, waiting = false, withdrawn = false } = question;
  if (ended !== null) return supplements > 1 ? 'late' : classOfEnded({ due, unit, ended, withdrawn });
  return supplements > 1 ? 'overdue' : classOfOpen({ due, unit, at, waiting });
}
