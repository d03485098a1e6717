import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { timeLeft } from '#kernel/working-time/time-left.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { stillClocks } from './dossier.ts';
import type { Risk } from './risk.ts';

/** The headings of a list of work, most urgent first. */
export const urgencies = [
  'late',
  'high-risk',
  'today',
  'medium-risk',
  'three-days',
  'later',
  'no-date',
  'ready',
  'stopped',
] as const;
export type Urgency = (typeof urgencies)[number];

const SOON_WORKING_DAYS = 3;

export interface Timed {
  readonly clock: string;
  readonly dueAt: Instant | null;
  readonly risk?: Pick<Risk, 'level'> | null | undefined;
}

/**
 * Under which heading a dossier stands at `now` (legal time, Viet Nam), reckoned as its time left is said: a list
 * never says "còn 3 ngày làm việc" under the heading of later ones. What is likely to be late stands before what is only
 * due soon. Where no clock runs nothing is due; `ready` is
 * a result that waits for the citizen.
 */
export function urgencyOf(calendar: WorkCalendar, { clock, dueAt, risk }: Timed, now: Instant): Urgency {
  if (stillClocks.includes(clock)) return 'stopped';
  if (clock === 'ended') return 'ready';
  if (clock !== 'running' || dueAt === null) return 'no-date';
  const left = timeLeft(calendar, now, dueAt);
  if (left.late) return 'late';
  if (risk?.level === 'high') return 'high-risk';
  if (dateOf(dueAt) === dateOf(now)) return 'today';
  if (risk?.level === 'medium') return 'medium-risk';
  return left.days <= SOON_WORKING_DAYS ? 'three-days' : 'later';
}

/** The headings that have rows, in their order; rows keep theirs. */
export function byUrgency<T extends { readonly urgency: Urgency }>(
  rows: readonly T[],
): (readonly [Urgency, readonly T[]])[] {
  const groups = Map.groupBy(rows, (row) => row.urgency);
  return urgencies.flatMap((urgency) => {
    const found = groups.get(urgency);
    return found ? [[urgency, found] as const] : [];
  });
}
