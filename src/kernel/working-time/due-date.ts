import { dateOf } from '../civil-date.ts';
import type { Instant } from '../instant.ts';
import { walkCalendarDays, walkMonths, walkSameDay, walkWorkingDays } from './day-limits.ts';
import { Derivation, type DerivedDay } from './derivation.ts';
import { effectiveReceipt } from './effective-receipt.ts';
import { walkOfficeMinutes } from './hour-limit.ts';
import { basisOf, type LegalBasis, withRecorded } from './legal-bases.ts';
import type { Limit, Pause, Remaining } from './limit.ts';
import { instantOfMinute, MINUTES_OF_DAY, minuteOfInstant, minutesOfTime } from './local-minute.ts';
import { pausesThatMoved } from './moved-by.ts';
import { DEFAULT_CUTOFF } from './office-hours.ts';
import { pausedTimes } from './pauses.ts';
import type { Walk, WalkEnd } from './walk.ts';
import type { WorkCalendar } from './work-calendar.ts';

export interface DueDateQuestion {
  /** Moment of receipt; seconds are cut off. */
  readonly received: Instant;
  /** Null, or a null value: no limit. */
  readonly limit: Limit | null;
  /** Intervals that suspend the clock. */
  readonly pauses?: readonly Pause[];
  /** The clock starts anew here (a supplement is complete: NĐ 61/2018 Điều 19 khoản 4). */
  readonly restart?: Instant | null;
  /** The law by which it does, where it is recorded. */
  readonly restartBasis?: string | null;
  /** `trong_ngay` only: received at or after this time of day is due on the next counting day. */
  readonly cutoff?: string | null;
}

export interface DueDate {
  /** Null without a limit, and while a pause without end stands before it. */
  readonly due: Instant | null;
  readonly remaining: Remaining | null;
  /** False when a day from the receipt (or restart) to the due day is unchecked or beyond the known years. */
  readonly certain: boolean;
  /** First moment of office hours at or after the receipt (or restart); its date is day 0. */
  readonly effectiveReceipt: Instant;
  readonly derivation: readonly DerivedDay[];
  /** The pauses that moved it; another pause in force changed nothing. */
  readonly movedBy: readonly Pause[];
  readonly basis: readonly LegalBasis[];
}

/**
 * When a limit ends, with the days it walked and the law of each rule applied (`deadlines.md`, the only
 * calculus of due dates there is). All moments are Vietnamese time. Pure.
 * Throws a RangeError on a limit that is not a whole number from 0, or longer than two centuries.
 */
export function dueDate(calendar: WorkCalendar, question: DueDateQuestion): DueDate {
  const received = minuteOfInstant(question.restart ?? question.received);
  const start = effectiveReceipt(calendar, received);
  const { limit } = question;
  if (limit === null || limit.value === null) return withoutLimit(start);
  const derivation = new Derivation();
  const walk: Walk = { calendar, paused: pausedTimes(question.pauses ?? []), start, derivation };
  const end = walkLimit(walk, limit, question.cutoff ?? DEFAULT_CUTOFF);
  const movedBy = pausesThatMoved(walk, end, limit.unit, question.pauses ?? []);
  if (movedBy.length > 0) derivation.reasons.add('paused');
  const lastDay = end.due === null ? undefined : Math.floor(end.due / MINUTES_OF_DAY);
  const firstDay = Math.floor(received / MINUTES_OF_DAY);
  const walked = Math.floor(start / MINUTES_OF_DAY) + derivation.days.length - 1;
  const startedAt = instantOfMinute(start);
  return {
    due: end.due === null ? null : instantOfMinute(end.due),
    remaining: end.remaining,
    certain: calendar.isCertain(firstDay, lastDay ?? walked),
    effectiveReceipt: startedAt,
    derivation: derivation.days,
    movedBy,
    basis: withRecorded(
      basisOf(limit.unit, derivation.reasons, Boolean(question.restart), dateOf(startedAt)),
      { restart: [question.restartBasis], suspended: movedBy.map((pause) => pause.basis) },
    ),
  };
}

function withoutLimit(start: number): DueDate {
  return {
    due: null,
    remaining: null,
    certain: true,
    effectiveReceipt: instantOfMinute(start),
    derivation: [],
    movedBy: [],
    basis: [],
  };
}

function walkLimit(walk: Walk, limit: Limit, cutoff: string): WalkEnd {
  if (limit.unit === 'trong_ngay') return walkSameDay(walk, minutesOfTime(cutoff));
  const value = limit.value ?? Number.NaN;
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a limit: ${value}`);
  switch (limit.unit) {
    case 'ngay_lam_viec':
      return walkWorkingDays(walk, value);
    case 'ngay':
      return walkCalendarDays(walk, value);
    case 'thang':
      return walkMonths(walk, value);
    case 'gio':
      return walkOfficeMinutes(walk, value * 60);
  }
}
