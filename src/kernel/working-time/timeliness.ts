import type { Instant } from '../instant.ts';
import type { LimitUnit } from './limit.ts';

export type EndedClass = 'early' | 'on-time' | 'late';
export type OpenClass = 'in-time' | 'overdue';

/** What is compared with what: by date, limits in hours by minute (deadlines.md, "Three clocks"). */
export interface TimelinessQuestion {
  readonly due: Instant | null;
  readonly unit: LimitUnit | null;
}

/**
 * Class of a dossier that has ended (result ready, stopped or refused): before its due date *early*, on it
 * *on time*, after it *late*. Without a due date it is *on time*; so is a withdrawn one, whatever its dates.
 */
export function classOfEnded(
  question: TimelinessQuestion & { ended: Instant; withdrawn?: boolean },
): EndedClass {
  if (question.due === null || question.withdrawn) return 'on-time';
  const [ended, due] = [comparable(question.ended, question.unit), comparable(question.due, question.unit)];
  if (ended < due) return 'early';
  return ended === due ? 'on-time' : 'late';
}

/**
 * Class at the end of a period of a dossier that has not ended. While it waits for a supplement or a payment
 * it is *in time*.
 */
export function classOfOpen(question: TimelinessQuestion & { at: Instant; waiting?: boolean }): OpenClass {
  if (question.due === null || question.waiting) return 'in-time';
  const overdue = comparable(question.due, question.unit) < comparable(question.at, question.unit);
  return overdue ? 'overdue' : 'in-time';
}

function comparable(moment: Instant, unit: LimitUnit | null): string {
  return moment.slice(0, unit === 'gio' ? 16 : 10);
}
